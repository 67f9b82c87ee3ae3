import { getTranslations } from "next-intl/server";
import { Waiting } from "#components/overview/waiting";
import { CoChairView } from "#components/series/co-chair-view";
import { ConsentForm } from "#components/series/consent-form";
import { ConsentView } from "#components/series/consent-view";
import { Disclosure } from "#components/series/disclosure";
import { EndSeries } from "#components/series/end-series";
import { ReportSteps } from "#components/series/report-steps";
import { SeriesFacts } from "#components/series/series-facts";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { type SeriesOverview, showSeriesOverview } from "#lib/overview/usecases/show-series-overview";
import type { SideConsent, Subject } from "#lib/series/domain/consents";
import { coChairOf } from "#lib/series/domain/members";
import { hasReached, isOver } from "#lib/series/domain/states";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { Guard } from "./guard";
import {
  closeSeriesAction,
  editSeriesAction,
  presentReportAction,
  putForwardCoChairAction,
  recordConsentAction,
  submitReportAction,
  welcomeCoChairAction,
  withdrawSeriesAction,
} from "./actions";

export default async function SeriesPage({ params }: PageProps<"/series/[reference]">) {
  const { reference } = await params;
  const { actor, overview } = await forPage(async () => {
    const actor = await requireActor();
    return { actor, overview: await showSeriesOverview(actor, reference) };
  });
  const { series, waiting } = overview;
  const t = await getTranslations("series.overview");
  return (
    <>
      <PageHeading title={series.title} lead={series.topic} />
      <Section title={t("waiting")}>
        {waiting.length > 0 ? (
          <Waiting items={waiting.map((item) => ({ ...item, series }))} timeZone={actor.timeZone} />
        ) : (
          <p className="text-muted">{t(isOver(series.state) ? "over" : "nothing")}</p>
        )}
      </Section>
      <Section title={t("sides")} lead={t("sidesLead")}>
        <Sides>
          {overview.consents.map((state) => (
            <SidePanel key={state.side.id} state={state} overview={overview} />
          ))}
        </Sides>
      </Section>
      {overview.report && <ReportSection report={overview.report} overview={overview} />}
      <Section title={t("facts")}>
        <SeriesFacts
          series={series}
          deadlines={overview.deadlines}
          edit={overview.mayEdit && !isOver(series.state) ? editSeriesAction : null}
        />
      </Section>
      <Guard reference={reference} actor={actor} />
      <EndSection overview={overview} />
    </>
  );
}

function EndSection({ overview: { series, mayEdit, speaksFor } }: { overview: SeriesOverview }) {
  const mayClose = series.state === "submitted" && mayEdit;
  const isUnderWay = !hasReached(series.state, "submitted") && !isOver(series.state);
  return (
    <div id="end" className="mt-8">
      {mayClose && <EndSeries seriesId={series.id} kind="close" action={closeSeriesAction} />}
      {isUnderWay && speaksFor.length > 0 && (
        <EndSeries seriesId={series.id} kind="withdraw" action={withdrawSeriesAction} />
      )}
    </div>
  );
}

async function SidePanel({ state, overview }: { state: SideConsent; overview: SeriesOverview }) {
  const t = await getTranslations("series.overview");
  const { side } = state;
  const { series, speaksFor, welcomes } = overview;
  const coChair = coChairOf(series, side.id);
  const speaks = speaksFor.includes(side.id) && !isOver(series.state);
  return (
    <div className="grid content-start gap-6">
      <div>
        <h3 className="text-lg font-semibold">
          <SideBadge letter={side.letter} name={side.group.reference} />
        </h3>
        <p className="mt-1 text-muted">{side.questions.map(({ reference }) => reference).join(", ")}</p>
      </div>
      <div className="grid gap-2">
        <h4 className="font-semibold">{t("coChair")}</h4>
        <CoChairView
          seriesId={series.id}
          side={side}
          coChair={coChair}
          mayWelcome={coChair !== null && welcomes.includes(coChair.id)}
          mayPutForward={speaks}
          actions={{ welcome: welcomeCoChairAction, putForward: putForwardCoChairAction }}
        />
      </div>
      <div className="grid gap-2" id={`consent-${side.letter.toLowerCase()}`}>
        <h4 className="font-semibold">{t("consent")}</h4>
        <ConsentView state={state} />
        {speaks && (
          <OwnConsent state={state} about={{ subject: "series", subjectId: series.id }} overview={overview} />
        )}
      </div>
    </div>
  );
}

async function ReportSection({
  report,
  overview,
}: {
  report: NonNullable<SeriesOverview["report"]>;
  overview: SeriesOverview;
}) {
  const t = await getTranslations("series.report");
  const { series, speaksFor } = overview;
  const isOpen = series.state === "report_drafted" || series.state === "agreed_by_both";
  const about = { subject: "report", subjectId: report.id } as const;
  return (
    <Section
      title={t("title")}
      id="report"
      lead={hasReached(series.state, "report_drafted") ? t("lead") : t("notPresented")}
      aside={<ButtonLink href={`/series/${series.reference}/report`}>{t("open")}</ButtonLink>}
    >
      {hasReached(series.state, "report_drafted") && (
        <Sides>
          {report.consents.map((state) => (
            <div
              key={state.side.id}
              id={`report-${state.side.letter.toLowerCase()}`}
              className="grid content-start gap-2"
            >
              <h3>
                <SideBadge letter={state.side.letter} name={state.side.group.reference} />
              </h3>
              <ConsentView state={state} />
              {isOpen && speaksFor.includes(state.side.id) && (
                <OwnConsent state={state} about={about} overview={overview} />
              )}
            </div>
          ))}
        </Sides>
      )}
      <ReportSteps
        seriesId={series.id}
        present={overview.mayPresent ? presentReportAction : null}
        submit={overview.maySubmit ? submitReportAction : null}
      />
    </Section>
  );
}

type OwnProps = { state: SideConsent; about: Subject; overview: SeriesOverview };

async function OwnConsent({ state, about, overview }: OwnProps) {
  const t = await getTranslations("series.overview");
  const { series } = overview;
  const form = (
    <ConsentForm
      key={state.version}
      seriesId={series.id}
      about={about}
      state={state}
      today={dayIn(new Date(), GENEVA)}
      action={recordConsentAction}
    />
  );
  return state.latest ? <Disclosure summary={t("another")}>{form}</Disclosure> : form;
}
