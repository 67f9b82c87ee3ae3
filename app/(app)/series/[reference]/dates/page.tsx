import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskedPeople } from "#components/scheduling/asked-people";
import { BurdenChart } from "#components/scheduling/burden-chart";
import { HiddenAnswers } from "#components/scheduling/hidden-answers";
import { LiveTotals } from "#components/scheduling/live-totals";
import { PlanBar } from "#components/scheduling/plan-bar";
import { PollFacts } from "#components/scheduling/poll-facts";
import { SchedulingWords } from "#components/scheduling/scheduling-words";
import { TotalsFilter } from "#components/scheduling/totals-filter";
import { ButtonLink } from "#components/ui/button-link";
import { DownloadLink } from "#components/ui/download-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { FoldedSection } from "#components/ui/folded-section";
import { Section } from "#components/ui/section";
import { putAside } from "#lib/kernel/sent-once";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { planOf } from "#lib/scheduling/domain/plan";
import { type Totals, type TotalsView, viewTotals } from "#lib/scheduling/usecases/view-totals";
import { isCoChair } from "#lib/series/domain/policy";
import { forPage, isWholePage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { ChangeSlots, RunThePoll } from "./co-chairs";
import { type LookedAt, lookedAt } from "./looked-at";
import { consentToOpeningAction } from "./opening-action";
import { Outcome } from "./outcome";
import { ToChooser } from "./to-chooser";
import { totalsBlock } from "./totals-block";

type Props = PageProps<"/series/[reference]/dates">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scheduling.page");
  return { title: t("title") };
}

export default async function DatesPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const asked = lookedAt(await searchParams);
  const actor = await forPage(requireActor);
  const view = await forPage(() => viewTotals(actor, { reference, filter: asked.filter }));
  const { totals } = view;
  const phase = totals?.phase ?? "draft";
  const t = await getTranslations("scheduling.page");
  return (
    <SchedulingWords>
      <PageHeading title={t("title")} lead={t(`lead.${phase}`)}>
        {totals && <ToChooser actor={actor} series={view.series} phase={phase} sight={totals.sight} />}
        <NextStep view={view} />
      </PageHeading>
      {totals ? <Poll view={view} totals={totals} look={{ ...asked, actor }} /> : <NoPoll view={view} />}
      {view.mayRun && <ChangeSlots reference={reference} />}
      {view.mayRun && <Backwards view={view} />}
      {totals && totals.everybody > 0 && <Burden totals={totals} />}
    </SchedulingWords>
  );
}

/** The plan backwards from the target meeting, while dates are looked for. */
async function Backwards({ view: { series, totals, limits } }: { view: TotalsView }) {
  const t = await getTranslations("offering.plan");
  const plan = planOf(series, totals?.poll ?? null, { now: new Date(), limits });
  if (!plan) return null;
  return (
    <FoldedSection title={t("title")} lead={t("lead", plan.figures)}>
      <PlanBar
        plan={plan}
        slotDays={(totals?.poll.slots ?? []).map(({ start }) => dayIn(start, GENEVA))}
        target={series.target.group?.reference ?? t("targetMeeting")}
      />
    </FoldedSection>
  );
}

async function NoPoll({ view }: { view: TotalsView }) {
  const t = await getTranslations("scheduling.page");
  return (
    <Empty title={t("none")}>
      {t(view.mayRun ? "noneForCoChairs" : "noneForOthers", { count: view.series.meetingCount })}
    </Empty>
  );
}

type Looking = { view: TotalsView; totals: Totals; look: LookedAt & { actor: Actor } };

/** Where the poll stands, what is hidden, what came of it, and the totals. */
function Poll({ view, totals, look }: Looking) {
  const { phase } = totals;
  const { actor } = look;
  return (
    <>
      <Facts view={view} totals={totals} actor={actor} />
      {phase === "open" && <Hidden view={view} totals={totals} actor={actor} />}
      {(phase === "closed" || phase === "decided") && (
        <Outcome reference={view.series.reference} actor={actor} />
      )}
      {view.mayRun && <RunThePoll reference={view.series.reference} />}
      {phase === "closed" && view.mayRun && <Hidden view={view} totals={totals} actor={actor} />}
      {totals.everybody > 0 && <Seen view={view} totals={totals} look={look} />}
    </>
  );
}

/** What this reader can do next: one primary button, by phase and rights. */
async function NextStep({ view: { series, mayRun, mayAnswer, totals } }: { view: TotalsView }) {
  const t = await getTranslations("scheduling.page");
  const here = `/series/${series.reference}/dates`;
  const phase = totals?.phase ?? "draft";
  return (
    <>
      {mayRun && (phase === "draft" || phase === "open") && (
        <ButtonLink href={`${here}/offer`} variant={totals ? "secondary" : "primary"}>
          {t("toOffer")}
        </ButtonLink>
      )}
      {mayAnswer && (
        <ButtonLink href={`${here}/answer`} variant={mayRun ? "secondary" : "primary"}>
          {t("toAnswer")}
        </ButtonLink>
      )}
    </>
  );
}

type Part = { view: TotalsView; totals: Totals; actor: Actor };

const sidesOf = ({ series }: TotalsView) =>
  series.sides.map(({ letter, group }) => ({ letter, group: group.reference }));

function Facts({ view, totals, actor }: Part) {
  const { poll, phase, answered, everybody } = totals;
  return (
    <PollFacts
      {...{ phase, closesAt: poll.closesAt, quorum: poll.quorum, timeZone: actor.timeZone }}
      {...{ answered, asked: everybody }}
      sides={sidesOf(view)}
    />
  );
}

/** What is hidden now, and who agreed to show it; after the deadline, for co-chairs, who agreed to open it again. */
function Hidden({ view: { series }, totals, actor }: Part) {
  const { poll, phase, sight, openings } = totals;
  const hides = [poll.hidesOthers && "others", poll.hidesSides && "sides"] as const;
  return (
    <HiddenAnswers
      reference={series.reference}
      settings={hides.filter((setting) => setting !== false)}
      isClosed={phase === "closed"}
      hiddenBy={sight.hiddenBy}
      sides={series.sides.map(({ id, letter, group }) => ({
        ...{ id, letter, group: group.reference, isMine: isCoChair(actor, series, id) },
      }))}
      openings={openings}
      action={consentToOpeningAction}
    />
  );
}

/** The totals, whom they are of, and who has not answered. */
async function Seen({ view, totals, look }: Looking) {
  const t = await getTranslations("scheduling");
  const { actor, filter, bestFirst, query } = look;
  const here = `/series/${view.series.reference}/dates`;
  const { timeZone } = actor;
  const html = await totalsBlock(view, totals, { timeZone, bestFirst });
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <>
      <Section
        title={t("totals.title", { count: totals.poll.slots.length })}
        lead={t("totals.legend")}
        aside={<DownloadLink href={`${here}/answers.csv`}>{t("totals.csv")}</DownloadLink>}
      >
        <details open={isFiltered || bestFirst} className="no-print mb-4">
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
            {t("totals.narrow")}
          </summary>
          <TotalsFilter
            {...{ filter, bestFirst, groups: totals.groups, zones: totals.zones }}
            sides={sidesOf(view)}
          />
        </details>
        {isFiltered && (
          <p className="mb-4">
            {t("totals.filtered", { people: totals.people, asked: totals.everybody })}{" "}
            <a href={here}>{t("totals.everybody")}</a>
          </p>
        )}
        <LiveTotals
          {...{ timeZone, stamp: totals.stamp, liveUrl: `${here}/live`, totalsUrl: `${here}/totals${query}` }}
          html={(await isWholePage()) ? { aside: putAside(html) } : html}
        />
      </Section>
      <Section title={t("asked.title")} lead={t("asked.lead")}>
        <AskedPeople sides={sidesOf(view)} people={totals.asked} />
      </Section>
    </>
  );
}

/** What the slots cost each zone. */
async function Burden({ totals: { burdens } }: { totals: Totals }) {
  const t = await getTranslations("scheduling.burden");
  return (
    <FoldedSection title={t("title")} lead={t("lead")}>
      <BurdenChart burdens={burdens} />
    </FoldedSection>
  );
}
