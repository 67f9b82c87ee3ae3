import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { LazyReportEditor } from "#components/reports/lazy-report-editor";
import { ReportFindings } from "#components/reports/report-findings";
import { ReportHeader } from "#components/reports/report-header";
import { ReportSheet } from "#components/reports/report-sheet";
import { ReportText } from "#components/reports/report-text";
import { ReportWords } from "#components/reports/report-words";
import { TextOutline } from "#components/reports/text-outline";
import { ActionForm } from "#components/ui/action-form";
import { DownloadLink } from "#components/ui/download-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { actionOf, sourceOf, targetOf } from "#lib/reports/domain/header";
import { roomOf } from "#lib/reports/domain/report";
import { showReport, type ShownReport } from "#lib/reports/usecases/show-report";
import { coChairs } from "#lib/series/domain/series";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { startReportAction } from "./actions";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.page");
  return { title: t("heading") };
}

export default async function ReportPage({ params }: Props) {
  const { reference } = await params;
  const { me, shown } = await forPage(async () => {
    const actor = await requireActor();
    const read = await showReport(actor, reference);
    return { shown: read, me: { id: actor.id, name: actor.name, side: read.side } };
  });
  const t = await getTranslations("reports.page");
  const { series, report, mayWrite } = shown;
  const format = await getFormatter();
  const sides = format.list(series.sides.map(({ group }) => group.reference));
  return (
    <ReportWords>
      <PageHeading title={t("heading")} lead={t("lead", { sides, target: targetOf(series) })}>
        {report && <DownloadLink href={`/series/${reference}/report.docx`}>{t("word")}</DownloadLink>}
      </PageHeading>
      {!report && (
        <Empty
          title={t("emptyTitle")}
          action={
            mayWrite && <ActionForm action={startReportAction} submit={t("begin")} hidden={{ reference }} />
          }
        >
          {t("empty")} {!mayWrite && t("waitsForCoChairs")}
        </Empty>
      )}
      {report && <ReportFindings findings={report.findings} />}
      {report && <TheReport {...{ series, report, mayWrite, me }} />}
    </ReportWords>
  );
}

type TheReportProps = Pick<ShownReport, "series" | "mayWrite"> & {
  report: NonNullable<ShownReport["report"]>;
  me: { id: string; name: string; side: string | null };
};

function TheReport({ series, report, mayWrite, me }: TheReportProps) {
  const contacts = coChairs(series).map(({ name, office, entity }) => ({ name, office, entity }));
  const header = (
    <ReportHeader
      source={sourceOf(series)}
      title={report.title}
      action={actionOf(series)}
      contacts={contacts}
    />
  );
  const sheet = (
    <ReportSheet header={header} outline={<TextOutline text={report.text} />}>
      <ReportText text={report.text} />
    </ReportSheet>
  );
  if (!mayWrite) return sheet;
  return (
    <LazyReportEditor room={roomOf(report)} me={me} header={header}>
      {sheet}
    </LazyReportEditor>
  );
}
