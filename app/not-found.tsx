import { getTranslations } from "next-intl/server";
import NotFound from "./(app)/not-found";

/** The same at addresses outside the frame. It is part of every page, so it loads nothing. */
export default async function NotFoundAnywhere() {
  const t = await getTranslations("product");
  return (
    <>
      <header className="border-b border-line">
        <p className="mx-auto max-w-page px-4 py-3 font-serif text-xl font-semibold sm:px-6">{t("name")}</p>
      </header>
      <main id="content" className="mx-auto max-w-page px-4 pt-8 pb-24 sm:px-6">
        <NotFound />
      </main>
    </>
  );
}
