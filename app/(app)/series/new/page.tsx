import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { NewSeriesForm } from "#components/series/new-series-form";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { mayProposeSomeSeries } from "#lib/series/domain/proposal";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { proposeSeriesAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("series.new"))("title") };
}

export default async function NewSeriesPage() {
  const actor = await forPage(requireActor);
  if (!mayProposeSomeSeries(actor)) notFound();
  const t = await getTranslations("series.new");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        <ButtonLink href="/letters/new">{t("fromLetter")}</ButtonLink>
      </PageHeading>
      <NewSeriesForm action={proposeSeriesAction} />
    </>
  );
}
