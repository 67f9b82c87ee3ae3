import { useTranslations } from "next-intl";
import Link from "next/link";
import { Menu } from "./menu";

type Props = {
  person: { readonly name: string };
  signOut: (form: FormData) => Promise<void>;
};

const ENTRY = "flex min-h-11 w-full items-center px-2 text-start text-ink no-underline hover:bg-shade";

/** Who is signed in, and what is theirs. */
export function AccountMenu({ person, signOut }: Props) {
  const t = useTranslations("shell");
  return (
    <Menu
      label={t("account", { name: person.name })}
      name={<span className="max-w-40 truncate">{person.name}</span>}
    >
      <Link prefetch={false} href={"/me" as never} className={ENTRY}>
        {t("me")}
      </Link>
      <Link prefetch={false} href={"/admin/rules" as never} className={ENTRY}>
        {t("rules")}
      </Link>
      <form action={signOut}>
        <button className={ENTRY}>{t("signOut")}</button>
      </form>
    </Menu>
  );
}
