import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { Frame } from "./frame";

/** The answer to what does not exist and to what is not for this reader, alike. */
export default async function NotFound() {
  const t = await getTranslations("errorPage");
  return (
    <Frame>
      <PageHeading title={t("notFoundTitle")} lead={t("notFoundText")} />
      <ButtonLink href="/">{t("home")}</ButtonLink>
    </Frame>
  );
}
