import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecisionFacts } from "#components/decisions/decision-facts";
import { DecisionRanking } from "#components/decisions/decision-ranking";
import { RecordParts } from "#components/decisions/record-parts";
import { ButtonLink } from "#components/ui/button-link";
import { DownloadLink } from "#components/ui/download-link";
import { Moment } from "#components/ui/moment";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { showDecision } from "#lib/decisions/usecases/show-decision";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { Guard } from "../../guard";

type Props = PageProps<"/series/[reference]/dates/decision">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("decisions.record");
  return { title: t("title") };
}

export default async function DecisionPage({ params }: Props) {
  const { reference } = await params;
  const actor = await forPage(requireActor);
  const { facts, sha256, madeAt } = await forPage(() => showDecision(actor, reference));
  const t = await getTranslations("decisions.record");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")}>
        <DownloadLink href={`/series/${reference}/dates/decision/record.json`}>{t("download")}</DownloadLink>
        <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>
      </PageHeading>
      <DecisionFacts {...{ facts, madeAt, sha256 }} timeZone={actor.timeZone} />
      <Section title={t("meetings")}>
        <ol className="grid gap-3">
          {facts.meetings.map(({ start, end }, index) => (
            <li key={start.toISOString()} className="flex gap-3">
              <span className="font-serif text-lg font-semibold">{index + 1}</span>
              <Moment start={start} end={end} timeZone={actor.timeZone} />
            </li>
          ))}
        </ol>
      </Section>
      <Guard {...{ reference, actor }} slots={facts.meetings} />
      <Section title={t("ranking")} lead={t(facts.isProven ? "proven" : "notProven")}>
        <DecisionRanking facts={facts} />
      </Section>
      <RecordParts facts={facts} />
      <Section title={t("verify")}>
        <p className="max-w-measure">{t("verifyLead")}</p>
        <pre className="mt-2 overflow-x-auto bg-shade px-3 py-2 text-sm">
          npm run liaise -- verify-record decision-{reference}.json
        </pre>
      </Section>
    </>
  );
}
