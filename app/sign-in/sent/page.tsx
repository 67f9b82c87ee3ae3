import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.sent"))("title") };
}

export default async function SentPage() {
  const t = await getTranslations("signIn.sent");
  return (
    <Frame>
      <PageHeading title={t("title")} lead={t("lead")} />
      <ul className="max-w-measure list-disc space-y-2 ps-6">
        <li>{t("sameBrowser")}</li>
        <li>{t("nothing")}</li>
        <li>{t("unknown")}</li>
      </ul>
      <p className="mt-8">
        <ButtonLink href="/sign-in">{t("again")}</ButtonLink>
      </p>
    </Frame>
  );
}
