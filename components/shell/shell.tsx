import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { ThemeChoice } from "./theme-choice";

type Action = (form: FormData) => Promise<void>;

type Props = {
  /** Null for a visitor. `seesPeople`: the register of people is open to them. */
  person: { readonly name: string; readonly seesPeople: boolean } | null;
  theme: "light" | "dark" | "system";
  actions: { readonly chooseTheme: Action; readonly signOut: Action };
  /** Above everything, such as the bar of the demonstration. */
  banner?: ReactNode;
  children: ReactNode;
};

const PLACES = ["home", "series", "letters", "groups", "calendars", "people"] as const;

/** The frame of every page: where one is, who one is, and the content. */
export function Shell({ person, theme, actions, banner, children }: Props) {
  const t = useTranslations("shell");
  const product = useTranslations("product");
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:bg-surface focus:p-3"
      >
        {t("skip")}
      </a>
      {banner}
      <header className="no-print border-b border-line">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <Link
            prefetch={false}
            href={person ? ("/home" as never) : "/"}
            className="py-2 font-serif text-xl font-semibold text-ink no-underline"
          >
            {product("name")}
          </Link>
          {person && (
            <nav aria-label={t("main")} className="order-last w-full sm:order-none sm:w-auto">
              <ul className="flex flex-wrap gap-x-4">
                {PLACES.filter((place) => place !== "people" || person.seesPeople).map((place) => (
                  <li key={place}>
                    <Link
                      prefetch={false}
                      href={`/${place}` as never}
                      className="inline-block py-2 text-ink no-underline hover:underline"
                    >
                      {t(place)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="ms-auto flex items-center gap-4">
            <ThemeChoice theme={theme} action={actions.chooseTheme} />
            {person ? (
              <AccountMenu person={person} signOut={actions.signOut} />
            ) : (
              <Link prefetch={false} href={"/sign-in" as never} className="py-2">
                {t("signIn")}
              </Link>
            )}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pt-8 pb-24 outline-none sm:px-6">
        {children}
      </main>
    </>
  );
}
