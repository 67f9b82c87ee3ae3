import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { AskedPeople } from "#components/scheduling/asked-people";
import { HiddenAnswers } from "#components/scheduling/hidden-answers";
import { PollFacts } from "#components/scheduling/poll-facts";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import type { Actor } from "#lib/people/domain/actor";
import { type DatesView, viewDates } from "#lib/scheduling/usecases/view-dates";
import { isCoChair } from "#lib/series/domain/policy";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { Outcome } from "./outcome";
import { toRows } from "./rows";
import { consentToOpeningAction } from "./opening-action";
import { RunPoll } from "./run-poll";
import { Slots } from "./slots";

type Props = PageProps<"/series/[reference]/dates">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("scheduling.page");
  return { title: t("title") };
}

export default async function DatesPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { order } = await searchParams;
  const actor = await forPage(requireActor);
  const view = await forPage(() => viewDates(actor, reference));
  const t = await getTranslations("scheduling.page");
  return (
    <>
      <PageHeading title={t("title")} lead={t(`lead.${view.phase}`)}>
        {view.mayRun && (view.phase === "draft" || view.phase === "open") && (
          <ButtonLink href={`/series/${reference}/dates/offer`} variant={view.poll ? "secondary" : "primary"}>
            {t("toOffer")}
          </ButtonLink>
        )}
        {view.mayAnswer && (
          <ButtonLink
            href={`/series/${reference}/dates/answer`}
            variant={view.mayRun ? "secondary" : "primary"}
          >
            {t("toAnswer")}
          </ButtonLink>
        )}
      </PageHeading>
      <State view={view} actor={actor} />
      <Hidden view={view} actor={actor} />
      <Outcome reference={reference} actor={actor} />
      <Slots
        view={view}
        rows={toRows(view, order === "best")}
        timeZone={actor.timeZone}
        best={order === "best"}
      />
      <People view={view} />
    </>
  );
}

/** What is hidden now, and who agreed to show it. */
function Hidden({ view, actor }: { view: DatesView; actor: Actor }) {
  const { poll, phase, series, sight, openings } = view;
  if (!poll || phase !== "open") return null;
  const hides = [poll.hidesOthers && "others", poll.hidesSides && "sides"] as const;
  return (
    <HiddenAnswers
      reference={series.reference}
      settings={hides.filter((setting) => setting !== false)}
      hiddenBy={sight.hiddenBy}
      sides={series.sides.map(({ id, letter, group }) => ({
        ...{ id, letter, group: group.reference, isMine: isCoChair(actor, series, id) },
      }))}
      openings={openings}
      action={consentToOpeningAction}
    />
  );
}

const sidesOf = ({ series }: DatesView) =>
  series.sides.map(({ letter, group }) => ({ letter, group: group.reference }));

async function State({ view, actor }: { view: DatesView; actor: Actor }) {
  const t = await getTranslations("scheduling.page");
  if (!view.poll)
    return (
      <Empty title={t("none")}>
        {t(view.mayRun ? "noneForCoChairs" : "noneForOthers", { count: view.series.meetingCount })}
      </Empty>
    );
  const answered = view.asked.filter(({ state }) => state !== "none").length;
  return (
    <>
      <PollFacts
        {...{ phase: view.phase, closesAt: view.poll.closesAt, quorum: view.poll.quorum, answered }}
        timeZone={actor.timeZone}
        sides={sidesOf(view)}
        asked={view.asked.length}
      />
      {view.mayRun && <RunPoll view={view} timeZone={actor.timeZone} />}
    </>
  );
}

async function People({ view }: { view: DatesView }) {
  const t = await getTranslations("scheduling.asked");
  if (view.asked.length === 0) return null;
  return (
    <Section
      title={t("title")}
      lead={t("lead")}
      aside={
        view.mayInvite && (
          <Link href={`/series/${view.series.reference}/dates/people` as never}>
            {t("people", { count: view.asked.length })}
          </Link>
        )
      }
    >
      <AskedPeople sides={sidesOf(view)} people={view.asked} />
    </Section>
  );
}
