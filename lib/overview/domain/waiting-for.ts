import { addDays } from "#lib/kernel/day";
import { say } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { pathOfSheet, type WhichPoll } from "#lib/scheduling/domain/which-poll";
import { coChairOf, mayWelcome } from "#lib/series/domain/members";
import { isCoChair, isSecretariat } from "#lib/series/domain/policy";
import { coChairs, type Series, sideOf } from "#lib/series/domain/series";
import { hasReached, isOver } from "#lib/series/domain/states";
import type { MeetingFacts, SeriesFactsheet, SmallPollFacts } from "./facts.ts";
import { reportWaits } from "./report-waits.ts";
import { byUrgency, fromSide, missingSides, type Reader, speaksFor, type Waiting } from "./waiting.ts";

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
    ...smallPollWaits(facts, reader),
    ...changeWaits(facts, reader),
    ...meetingWaits(facts, reader),
    ...reportWaits(facts, reader),
  ];
  return all.sort(byUrgency);
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
    ? answerWaits(facts.series, poll, reader)
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

type Answered = Pick<SmallPollFacts, "openedAt" | "closesAt" | "createdAt" | "invitees"> & WhichPoll;

/** An open poll waits for those who have not answered: that of the series, or with `sequence` a small one. */
function answerWaits(series: Series, poll: Answered, { actor }: Reader): Waiting[] {
  const open = poll.invitees.filter((invitee) => !invitee.hasAnswered);
  if (open.length === 0) return [];
  const { sequence: number } = poll;
  const mine = open.some((invitee) => invitee.personId === actor.id);
  const sides = series.sides.flatMap((side) => {
    const count = open.filter((invitee) => invitee.sideId === side.id).length;
    return count > 0 ? [`${side.group.reference}: ${count}`] : [];
  });
  return [
    {
      ...{ key: number === undefined ? "answers" : `answers-${number}`, mine },
      ...{ since: poll.openedAt ?? poll.createdAt, until: poll.closesAt },
      path: mine ? pathOfSheet({ sequence: number }) : number === undefined ? "/dates" : pathOfChange(number),
      what: mine
        ? say("overview.wait.myAnswer", { number: number ?? 0 })
        : say("overview.wait.answers", { count: open.length, number: number ?? 0 }),
      from: mine ? say("overview.from.you") : say("overview.from.sides", { sides: sides.join(" · ") }),
      step: say("overview.step.answer"),
    },
  ];
}

/** A small poll waits for answers and, once it is closed, for a time to be put forward. */
function smallPollWaits(facts: SeriesFactsheet, reader: Reader): Waiting[] {
  const { series, smallPolls, meetings } = facts;
  return smallPolls.flatMap((poll): Waiting[] => {
    const number = poll.sequence;
    const meeting = meetings.find(({ sequence }) => sequence === number);
    if (!meeting || meeting.start <= reader.now || meeting.change) return [];
    if (poll.closesAt && reader.now < poll.closesAt) return answerWaits(series, poll, reader);
    return [
      {
        ...{ key: `another-time-${number}`, from: say("overview.from.coChairs") },
        ...{ what: say("overview.wait.chooseTime", { number }), step: say("overview.step.chooseTime") },
        ...{ since: poll.closesAt ?? poll.createdAt, until: meeting.start },
        ...{ path: pathOfChange(number), mine: isCoChair(reader.actor, series) },
      },
    ];
  });
}

/** Where the time of a meeting is changed. */
const pathOfChange = (number: number) => `/meetings/${number}#change`;

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
      ...{ until: start, path: pathOfChange(sequence), step: say("overview.step.change") },
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
