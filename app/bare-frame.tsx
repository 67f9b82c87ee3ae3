import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

/** A frame with nothing to load: the reader may have no account and a poor connection. */
export async function BareFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("product");
  return (
    <>
      <header className="border-b border-line">
        <p className="mx-auto max-w-page px-4 py-3 font-serif text-xl font-semibold sm:px-6">{t("name")}</p>
      </header>
      <main id="content" className="mx-auto max-w-page px-4 pt-8 pb-24 sm:px-6">
        {children}
      </main>
    </>
  );
}
