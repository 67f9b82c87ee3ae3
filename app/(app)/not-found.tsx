import { getTranslations } from "next-intl/server";
import { PageHeading } from "#components/ui/page-heading";
import { PlainLink } from "#components/ui/plain-link";

/** The answer to what does not exist and to what is not for this reader, alike. */
export default async function NotFound() {
  const t = await getTranslations("errorPage");
  return (
    <>
      <PageHeading title={t("notFoundTitle")} lead={t("notFoundText")} />
      <PlainLink href="/">{t("home")}</PlainLink>
    </>
  );
}
