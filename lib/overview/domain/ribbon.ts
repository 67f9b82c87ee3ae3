import { addDays, type Day } from "#lib/kernel/day";
import { say, type Words } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Limits } from "#lib/rules/domain/rules";
import { hasReached } from "#lib/series/domain/states";
import { deadlinesOf } from "./deadlines.ts";
import type { Deadlines, SeriesMapFacts } from "./facts.ts";

/** A stop of the line from the letter to the target meeting, today on it, or a deadline that a rule gives. */
export type RibbonStop = {
  readonly key: string;
  readonly kind: "stop" | "today" | "deadline";
  readonly label: Words;
  /** Page below the series: empty for its overview, null when there is nothing to see. */
  readonly path: string | null;
  readonly state: "done" | "next" | "late" | "ahead";
  /** When it was, is to be held, or has to be done at last: a Geneva day. */
  readonly on: Day | null;
  /** Whether `on` is the last day for it. */
  readonly isLimit: boolean;
};

type Draft = Omit<RibbonStop, "state" | "kind" | "isLimit"> & {
  readonly done: boolean;
  /** After this day it is late. */
  readonly due: Day | null;
};

const geneva = (instant: Date | null | undefined): Day | null => (instant ? dayIn(instant, GENEVA) : null);

/**
 * The map of a series: letter, agreed, poll, decision, announced, each meeting, report, consents, submitted, target;
 * the deadlines that follow from a known target; and today.
 *
 * Stops stand in the order of the work, deadlines before the first later stop that has a day. The first stop to do is
 * `next`; each one whose day has passed undone is `late`.
 */
export function buildRibbon(facts: SeriesMapFacts, limits: Limits, now: Date): RibbonStop[] {
  const today = dayIn(now, GENEVA);
  const deadlines = deadlinesOf(facts.series, limits);
  const drafts = [
    ...agreementStops(facts),
    ...dateStops(facts, limits),
    ...meetingStops(facts, now),
    ...afterMeetings(facts, deadlines),
  ];
  const next = drafts.findIndex((draft) => !draft.done);
  const stops = drafts.map((draft, index) => toStop(draft, { today, isNext: index === next }));
  const lastDone = stops.findLastIndex(
    (stop) => stop.state === "done" || (stop.on !== null && stop.on <= today),
  );
  const marked = stops.toSpliced(lastDone + 1, 0, todayMark(today));
  return deadlineTicks(deadlines, today).reduce(insertByDay, marked);
}

function toStop(draft: Draft, { today, isNext }: { today: Day; isNext: boolean }): RibbonStop {
  const { done, due, ...rest } = draft;
  const isLate = !done && due !== null && due < today;
  const state = done ? "done" : isLate ? "late" : isNext ? "next" : "ahead";
  return { ...rest, kind: "stop", state, on: rest.on ?? due, isLimit: rest.on === null && due !== null };
}

function agreementStops({ series, letter, reached }: SeriesMapFacts): Draft[] {
  return [
    {
      ...{ key: "letter", done: true, due: null },
      label: say(letter ? "overview.ribbon.letter" : "overview.ribbon.proposed"),
      path: letter ? "/letters" : "",
      on: letter?.sentOn ?? geneva(series.createdAt),
    },
    {
      ...{ key: "agreed", label: say("overview.ribbon.agreed"), path: "", on: geneva(reached["agreed"]) },
      ...{ done: hasReached(series.state, "agreed"), due: letter?.deadline ?? null },
    },
  ];
}

function dateStops({ series, poll, announcement, meetings }: SeriesMapFacts, limits: Limits): Draft[] {
  const [first] = meetings;
  return [
    {
      ...{ key: "poll", label: say("overview.ribbon.poll"), path: "/dates", on: geneva(poll?.openedAt) },
      ...{ done: hasReached(series.state, "scheduling"), due: null },
    },
    {
      ...{ key: "decision", label: say("overview.ribbon.decision"), path: "/dates" },
      ...{ on: geneva(poll?.choice?.decidedAt), due: geneva(poll?.closesAt) },
      done: hasReached(series.state, "running"),
    },
    {
      ...{ key: "announced", label: say("overview.ribbon.announced"), path: "/announcements" },
      ...{ on: geneva(announcement?.firstIssuedAt), done: Boolean(announcement?.firstIssuedAt) },
      due: first ? addDays(dayIn(first.start, GENEVA), -limits.N2.days) : null,
    },
  ];
}

function meetingStops({ series, meetings }: SeriesMapFacts, now: Date): Draft[] {
  const count = Math.max(series.meetingCount, meetings.length);
  return Array.from({ length: count }, (_, index) => {
    const meeting = meetings[index];
    return {
      key: `meeting-${index + 1}`,
      label: say("overview.ribbon.meeting", { number: meeting?.sequence ?? index + 1 }),
      path: meeting ? `/meetings/${meeting.sequence}` : null,
      on: geneva(meeting?.start),
      done: meeting !== undefined && meeting.end <= now,
      due: null,
    };
  });
}

function afterMeetings({ series, reached }: SeriesMapFacts, deadlines: Deadlines | null): Draft[] {
  const { group, month, opensOn } = series.target;
  const due = deadlines?.available ?? null;
  const stop = (
    key: "report" | "consents" | "submitted",
    state: "report_drafted" | "agreed_by_both" | "submitted",
  ) => ({
    ...{ key, label: say(`overview.ribbon.${key}`), path: "/report", due },
    ...{ on: geneva(reached[state]), done: hasReached(series.state, state) },
  });
  return [
    stop("report", "report_drafted"),
    stop("consents", "agreed_by_both"),
    stop("submitted", "submitted"),
    {
      key: "target",
      label: group
        ? say("overview.ribbon.target", { group: group.reference, month: opensOn ? "" : (month ?? "") })
        : say("overview.ribbon.noTarget"),
      ...{ path: "", on: opensOn, due: opensOn, done: series.state === "closed" },
    },
  ];
}

function todayMark(today: Day): RibbonStop {
  const label = say("overview.ribbon.today");
  return { key: "today", kind: "today", label, path: null, state: "next", on: today, isLimit: false };
}

function deadlineTicks(deadlines: Deadlines | null, today: Day): RibbonStop[] {
  if (!deadlines) return [];
  return (["exception", "contribution", "available"] as const).map((key) => ({
    ...{ key, kind: "deadline", path: null, on: deadlines[key], isLimit: false },
    label: say(`overview.deadline.${key}`),
    state: deadlines[key] < today ? "done" : "ahead",
  }));
}

/** Before the first later stop; among the stops without a day, as late as possible. */
function insertByDay(stops: readonly RibbonStop[], tick: RibbonStop): RibbonStop[] {
  const on = tick.on ?? "";
  const after = stops.findLastIndex((stop) => stop.on !== null && stop.on <= on && stop.state !== "late");
  const before = stops.findIndex((stop, index) => index > after && stop.on !== null && stop.on > on);
  return stops.toSpliced(before === -1 ? stops.length : before, 0, tick);
}
