import { addDays, type Day } from "#lib/kernel/day";
import { say, type Words } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import type { Limits } from "#lib/rules/domain/rules";
import { type ConsentSubject, consentState, sidesMissing } from "#lib/series/domain/consents";
import { coChairOf, mayWelcome } from "#lib/series/domain/members";
import { isCoChair, isSecretariat, sidesSpokenFor } from "#lib/series/domain/policy";
import { coChairs, type Side, sideOf } from "#lib/series/domain/series";
import { hasReached, isOver } from "#lib/series/domain/states";
import { deadlinesOf } from "./deadlines.ts";
import type { MeetingFacts, SeriesFactsheet } from "./facts.ts";

/** Something a series waits for. */
export type Waiting = {
  readonly key: string;
  readonly what: Words;
  /** From which side, people or secretariats. */
  readonly from: Words;
  readonly since: Date;
  /** An instant, when the hour is known, or a Geneva day. */
  readonly until: Date | Day | null;
  /** Page below the series where it is done, with its anchor. */
  readonly path: string;
  /** What the button says. */
  readonly step: Words;
  /** Whether this person can do it. */
  readonly mine: boolean;
};

type Reader = {
  readonly actor: Actor;
  readonly now: Date;
  /** Of the rules in force. */
  readonly limits: Limits;
};

/**
 * What a series waits for, from whom, since when and until when: what this person can do first, then by urgency.
 * A series that is over waits for nothing.
 */
export function waitingFor(facts: SeriesFactsheet, reader: Reader): Waiting[] {
  if (isOver(facts.series.state)) return [];
  const all = [
    ...consentWaits(facts, reader),
    ...coChairWaits(facts, reader),
    ...dateWaits(facts, reader),
    ...announcementWaits(facts, reader),
    ...changeWaits(facts, reader),
    ...meetingWaits(facts, reader),
    ...reportWaits(facts, reader),
  ];
  return all.sort(byUrgency);
}

/** Mine before others', then what ends first, then what has waited longest. */
export function byUrgency(a: Waiting, b: Waiting): number {
  if (a.mine !== b.mine) return a.mine ? -1 : 1;
  const [endA, endB] = [endOf(a), endOf(b)];
  return endA !== endB ? endA - endB : a.since.getTime() - b.since.getTime();
}

const endOf = ({ until }: Waiting) =>
  until === null
    ? Number.MAX_SAFE_INTEGER
    : typeof until === "string"
      ? Date.parse(`${addDays(until, 1)}T00:00:00Z`)
      : until.getTime();

const fromSide = (side: Side) => say("overview.from.side", { side: side.group.reference });
const speaksFor = (actor: Actor, facts: SeriesFactsheet, side: Side) =>
  sidesSpokenFor(actor, facts.series).some(({ id }) => id === side.id);

function missingSides(facts: SeriesFactsheet, subject: ConsentSubject, subjectId: string): Side[] {
  return sidesMissing(consentState(facts.series, facts.consents, { subject, subjectId }));
}

function consentWaits(facts: SeriesFactsheet, { actor }: Reader): Waiting[] {
  const { series, letter } = facts;
  if (series.state !== "proposed") return [];
  return missingSides(facts, "series", series.id).map((side) => ({
    key: `series-${side.letter}`,
    what: say("overview.wait.series", { side: side.group.reference }),
    from: fromSide(side),
    since: series.createdAt,
    until: letter?.deadline ?? null,
    path: `#consent-${side.letter.toLowerCase()}`,
    step: say("overview.step.consent"),
    mine: speaksFor(actor, facts, side),
  }));
}

function coChairWaits(facts: SeriesFactsheet, { actor }: Reader): Waiting[] {
  const { series } = facts;
  if (hasReached(series.state, "submitted") || series.state === "declined") return [];
  const missing = series.sides.filter((side) => !coChairOf(series, side.id));
  const unwelcomed = coChairs(series).filter((member) => member.putForwardAt && !member.welcomedAt);
  return [
    ...missing.map((side) => ({
      ...{ key: `co-chair-${side.letter}`, from: fromSide(side), since: series.createdAt, until: null },
      what: say("overview.wait.coChair", { side: side.group.reference }),
      ...{ path: `#co-chair-${side.letter.toLowerCase()}`, step: say("overview.step.coChair") },
      mine: speaksFor(actor, facts, side),
    })),
    ...unwelcomed.map((member) => {
      const others = series.sides.filter((side) => side.id !== member.sideId);
      const own = sideOf(series, member.sideId);
      return {
        ...{ key: `welcome-${member.id}`, since: member.putForwardAt ?? series.createdAt, until: null },
        what: say("overview.wait.welcome", { person: member.name, side: own.group.reference }),
        from: say("overview.from.side", { side: others.map((side) => side.group.reference).join(", ") }),
        ...{ path: `#co-chair-${own.letter.toLowerCase()}`, step: say("overview.step.welcome") },
        mine: mayWelcome(actor, series, member),
      };
    }),
  ];
}

function dateWaits(facts: SeriesFactsheet, reader: Reader): Waiting[] {
  const { series, poll } = facts;
  if (series.state !== "agreed" && series.state !== "scheduling") return [];
  if (!poll || poll.state === "draft") return offerWaits(facts, reader);
  if (poll.choice) return assentWaits(facts, reader);
  return poll.state === "open" && poll.closesAt && reader.now < poll.closesAt
    ? answerWaits(facts, reader)
    : chooseWaits(facts, reader);
}

function offerWaits(facts: SeriesFactsheet, reader: Reader): Waiting[] {
  return [
    {
      ...{ key: "offer", what: say("overview.wait.offer"), from: say("overview.from.coChairs") },
      ...{ since: facts.reached["agreed"] ?? facts.series.createdAt, until: null },
      ...whoLeads(facts, reader, facts.poll ? "/dates" : "/dates/offer"),
      step: say("overview.step.offer"),
    },
  ];
}

function answerWaits({ poll, series }: SeriesFactsheet, { actor }: Reader): Waiting[] {
  const open = poll?.invitees.filter((invitee) => !invitee.hasAnswered) ?? [];
  if (!poll || open.length === 0) return [];
  const mine = open.some((invitee) => invitee.personId === actor.id);
  const sides = series.sides.flatMap((side) => {
    const count = open.filter((invitee) => invitee.sideId === side.id).length;
    return count > 0 ? [`${side.group.reference}: ${count}`] : [];
  });
  return [
    {
      ...{
        key: "answers",
        since: poll.openedAt ?? poll.createdAt,
        until: poll.closesAt,
        path: mine ? "/dates/answer" : "/dates",
        mine,
      },
      what: mine ? say("overview.wait.myAnswer") : say("overview.wait.answers", { count: open.length }),
      from: mine ? say("overview.from.you") : say("overview.from.sides", { sides: sides.join(" · ") }),
      step: say("overview.step.answer"),
    },
  ];
}

function chooseWaits(facts: SeriesFactsheet, reader: Reader): Waiting[] {
  const { poll, series } = facts;
  return [
    {
      ...{ key: "choose", what: say("overview.wait.choose"), from: say("overview.from.coChairs") },
      ...{ since: poll?.closesAt ?? poll?.createdAt ?? series.createdAt, until: null },
      ...whoLeads(facts, reader, "/dates/choose"),
      step: say("overview.step.choose"),
    },
  ];
}

/** Co-chairs go straight to where the step is done; everybody else to the dates. */
function whoLeads({ series }: SeriesFactsheet, { actor }: Reader, path: string) {
  const mine = isCoChair(actor, series);
  return { mine, path: mine ? path : "/dates" };
}

function assentWaits(facts: SeriesFactsheet, { actor }: Reader): Waiting[] {
  const choice = facts.poll?.choice;
  if (!choice || choice.decidedAt) return [];
  return missingSides(facts, "dates", choice.id).map((side) => ({
    ...{ key: `dates-${side.letter}`, from: fromSide(side), since: choice.proposedAt, until: null },
    what: say("overview.wait.assent", { side: side.group.reference }),
    ...{ path: "/dates", step: say("overview.step.assent"), mine: speaksFor(actor, facts, side) },
  }));
}

/** A change of a meeting waits for the sides that have not agreed to it. */
function changeWaits(facts: SeriesFactsheet, { actor }: Reader): Waiting[] {
  return facts.meetings.flatMap(({ sequence, change, start }) => {
    if (!change) return [];
    return missingSides(facts, "meeting_change", change.id).map((side) => ({
      ...{ key: `change-${sequence}-${side.letter}`, from: fromSide(side), since: change.proposedAt },
      ...{ until: start, path: `/meetings/${sequence}#change`, step: say("overview.step.change") },
      what: say("overview.wait.change", { side: side.group.reference, number: sequence }),
      mine: speaksFor(actor, facts, side),
    }));
  });
}

function announcementWaits(
  { series, meetings, announcement }: SeriesFactsheet,
  { actor, now, limits }: Reader,
): Waiting[] {
  const first = meetings.find((meeting) => meeting.start > now);
  if (!first) return [];
  if (announcement?.firstIssuedAt) return correctionWaits({ series, announcement, first }, actor);
  return [
    {
      key: "announcement",
      what: say(announcement ? "overview.wait.issue" : "overview.wait.announcement"),
      from: say("overview.from.secretariats"),
      since: announcement?.createdAt ?? first.createdAt,
      until: addDays(dayIn(first.start, GENEVA), -limits.N2.days),
      ...{ path: "/announcements", step: say("overview.step.announce"), mine: isSecretariat(actor, series) },
    },
  ];
}

type Announced = Pick<SeriesFactsheet, "series" | "announcement"> & { readonly first: MeetingFacts };

/** After a change, what people were told is corrected as soon as can be: before the next meeting. */
function correctionWaits({ series, announcement, first }: Announced, actor: Actor): Waiting[] {
  if (announcement?.state !== "draft") return [];
  return [
    {
      ...{
        key: "correction",
        what: say("overview.wait.correction"),
        from: say("overview.from.secretariats"),
      },
      ...{ since: announcement.createdAt, until: first.start },
      ...{ path: "/announcements", step: say("overview.step.announce"), mine: isSecretariat(actor, series) },
    },
  ];
}

function meetingWaits({ series, meetings }: SeriesFactsheet, { actor, now }: Reader): Waiting[] {
  const next = meetings.find((meeting) => meeting.end > now);
  if (!next) return [];
  const number = next.sequence;
  const shared = { since: next.createdAt, until: next.start };
  const agenda: Waiting = {
    ...{ ...shared, key: `agenda-${number}`, what: say("overview.wait.agenda", { number }) },
    ...{ from: say("overview.from.coChairs"), mine: isCoChair(actor, series) },
    ...{ path: `/meetings/${number}/agenda`, step: say("overview.step.agenda") },
  };
  const link: Waiting = {
    ...{ ...shared, key: `link-${number}`, what: say("overview.wait.link", { number }) },
    ...{ from: say("overview.from.secretariats"), mine: isSecretariat(actor, series) },
    ...{ path: `/meetings/${number}`, step: say("overview.step.link") },
  };
  return [...(next.hasAgenda ? [] : [agenda]), ...(next.hasJoiningLink ? [] : [link])];
}

function reportWaits(facts: SeriesFactsheet, { actor, now, limits }: Reader): Waiting[] {
  const { series, report, reached, meetings } = facts;
  const until = deadlinesOf(facts.series, limits)?.available ?? null;
  const common = { path: report ? "#report" : "/report", until };
  if (series.state === "running" && meetings.length > 0 && meetings.every((meeting) => meeting.end <= now)) {
    return [
      {
        ...{ ...common, key: "report", what: say("overview.wait.report") },
        ...{ from: say("overview.from.coChairs"), since: lastEnd(meetings) },
        ...{
          step: say(report ? "overview.step.present" : "overview.step.report"),
          mine: isCoChair(actor, series),
        },
      },
    ];
  }
  if (series.state === "report_drafted" && report) {
    return missingSides(facts, "report", report.id).map((side) => ({
      ...{ key: `report-${side.letter}`, from: fromSide(side), until },
      path: `#report-${side.letter.toLowerCase()}`,
      what: say("overview.wait.reportConsent", { side: side.group.reference }),
      ...{ since: reached["report_drafted"] ?? report.createdAt, step: say("overview.step.consent") },
      mine: speaksFor(actor, facts, side),
    }));
  }
  return [...submitWaits(facts, { actor, until }), ...closeWaits(facts, actor)];
}

function submitWaits(
  { series, reached }: SeriesFactsheet,
  { actor, until }: { readonly actor: Actor; readonly until: Day | null },
): Waiting[] {
  if (series.state !== "agreed_by_both") return [];
  return [
    {
      ...{ key: "submit", what: say("overview.wait.submit"), from: say("overview.from.secretariats"), until },
      ...{ since: reached["agreed_by_both"] ?? series.createdAt, path: "#report" },
      ...{ step: say("overview.step.submit"), mine: isSecretariat(actor, series) },
    },
  ];
}

function closeWaits({ series, reached }: SeriesFactsheet, actor: Actor): Waiting[] {
  if (series.state !== "submitted") return [];
  return [
    {
      ...{ key: "close", what: say("overview.wait.close"), from: say("overview.from.coChairs") },
      ...{ since: reached["submitted"] ?? series.createdAt, until: series.target.opensOn, path: "#end" },
      ...{ step: say("overview.step.close"), mine: isCoChair(actor, series) || isSecretariat(actor, series) },
    },
  ];
}

const lastEnd = (meetings: readonly MeetingFacts[]) =>
  new Date(Math.max(...meetings.map((meeting) => meeting.end.getTime())));
