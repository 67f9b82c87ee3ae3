import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "#components/ui/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.joining.sent"))("title") };
}

export default async function SentPage() {
  const t = await getTranslations("scheduling.joining.sent");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p className="max-w-measure">{t("nothing")}</p>
    </>
  );
}
