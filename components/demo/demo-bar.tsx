import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClasses } from "#components/ui/button";
import type { CastGroup } from "#lib/demo/domain/cast";

type Props = {
  cast: readonly CastGroup[];
  /** Who the visitor is now; null for nobody. */
  person: { readonly id: string; readonly name: string } | null;
  become: (form: FormData) => Promise<void>;
};

/** Above every page of the demonstration: become anybody of the cast, and read every mail. Works without scripts. */
export function DemoBar({ cast, person, become }: Props) {
  const t = useTranslations("demo");
  return (
    <aside aria-label={t("bar.label")} className="no-print border-b border-line bg-shade">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1 text-sm sm:px-6">
        <p className="font-semibold">{t("bar.label")}</p>
        <p>{person ? t("bar.you", { name: person.name }) : t("bar.nobody")}</p>
        <form action={become} className="flex min-w-0 flex-wrap items-center gap-2">
          <label className="flex min-w-0 items-center gap-2">
            <span>{t("bar.become")}</span>
            <select
              key={person?.id ?? "nobody"} // a select does not take a new default by itself
              name="personId"
              defaultValue={person?.id}
              className="min-h-9 w-56 max-w-full min-w-0 rounded-sm border border-control bg-surface px-2 text-ink"
            >
              {cast.map(({ group, members }) => (
                <optgroup key={group ?? ""} label={group ?? t("bar.others")}>
                  {members.map((member) => (
                    <option key={member.id} value={member.id}>
                      {t("bar.withRole", {
                        name: member.name,
                        role: t(`role.${member.role}`, { group: member.group ?? "" }),
                      })}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <button type="submit" className={buttonClasses("secondary", "min-h-9 py-1 text-sm")}>
            {t("bar.go")}
          </button>
        </form>
        <Link prefetch={false} href={"/demo/mailbox" as never} className="ms-auto inline-block py-2">
          {t("bar.mailbox")}
        </Link>
      </div>
    </aside>
  );
}
