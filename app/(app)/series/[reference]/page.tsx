import { getTranslations } from "next-intl/server";
import { Waiting } from "#components/overview/waiting";
import { CoChairView } from "#components/series/co-chair-view";
import { ConsentForm } from "#components/series/consent-form";
import { ConsentView } from "#components/series/consent-view";
import { Disclosure } from "#components/series/disclosure";
import { EndSeries } from "#components/series/end-series";
import { SeriesFacts } from "#components/series/series-facts";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { type SeriesOverview, showSeriesOverview } from "#lib/overview/usecases/show-series-overview";
import type { SideConsent } from "#lib/series/domain/consents";
import { coChairOf } from "#lib/series/domain/members";
import { hasReached, isOver } from "#lib/series/domain/states";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import {
  closeSeriesAction,
  editSeriesAction,
  putForwardCoChairAction,
  recordConsentAction,
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
      <Section title={t("facts")}>
        <SeriesFacts
          series={series}
          deadlines={overview.deadlines}
          edit={overview.mayEdit && !isOver(series.state) ? editSeriesAction : null}
        />
      </Section>
      <div id="end" className="mt-8">
        {series.state === "submitted" && overview.mayEdit && (
          <EndSeries seriesId={series.id} kind="close" action={closeSeriesAction} />
        )}
        {overview.speaksFor.length > 0 && !hasReached(series.state, "submitted") && !isOver(series.state) && (
          <EndSeries seriesId={series.id} kind="withdraw" action={withdrawSeriesAction} />
        )}
      </div>
    </>
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
        {speaks && <OwnConsent state={state} overview={overview} />}
      </div>
    </div>
  );
}

async function OwnConsent({ state, overview }: { state: SideConsent; overview: SeriesOverview }) {
  const t = await getTranslations("series.overview");
  const { series } = overview;
  const form = (
    <ConsentForm
      key={state.version}
      seriesId={series.id}
      about={{ subject: "series", subjectId: series.id }}
      state={state}
      today={dayIn(new Date(), GENEVA)}
      action={recordConsentAction}
    />
  );
  return state.latest ? <Disclosure summary={t("another")}>{form}</Disclosure> : form;
}
