import { getTranslations } from "next-intl/server";

export default async function WelcomePage() {
  const t = await getTranslations("product");
  return <h1>{t("name")}</h1>;
}
