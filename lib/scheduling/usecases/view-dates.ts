import { db } from "#lib/db/client";
import type { Finding } from "#lib/kernel/finding";
import type { Actor } from "#lib/people/domain/actor";
import type { Target } from "#lib/rules/domain/check-target";
import type { RuleSet } from "#lib/rules/domain/rules";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countByZone, type ZonePeople } from "#lib/rules/domain/zone-people";
import { countLeft } from "#lib/scheduling/domain/answers";
import { checkSlot } from "#lib/scheduling/domain/findings";
import { guestsOf } from "#lib/scheduling/domain/opening";
import { mayInvite, mayRunPoll } from "#lib/scheduling/domain/policy";
import { type Invitee, phaseOf, type Poll, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import { targetOf } from "#lib/scheduling/domain/target";
import { lettersOf, type Sight, sightOf } from "#lib/scheduling/domain/sight";
import { type SlotTotal, tally } from "#lib/scheduling/domain/tally";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { listOpenings, type Opening } from "#lib/scheduling/store/openings";
import { findPoll } from "#lib/scheduling/store/polls";
import { listWithdrawn } from "#lib/scheduling/store/slots";
import { type Series, sideOf } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { loadSlotContext } from "./load-slot-context.ts";

/** Somebody asked, as the page of dates names people: no address, no answers. */
export type AskedPerson = {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly state: "none" | "part" | "all";
  readonly note: string;
  readonly hasLink: boolean;
};

/** The page of dates: totals only, nobody's single answers. */
export type DatesView = {
  readonly series: Series;
  readonly phase: PollPhase;
  readonly poll: Poll | null;
  /** Taken off the offer; for those who run the poll, and while it takes slots. */
  readonly withdrawn: readonly Slot[];
  /** What the last meeting is checked against (D7). */
  readonly target: Target;
  /** Whose answers this reader may see; the totals hold no others. */
  readonly sight: Sight;
  /** What co-chairs agreed to show, of what is hidden. */
  readonly openings: readonly Opening[];
  /** In the order of the poll's slots. */
  readonly totals: readonly SlotTotal[];
  readonly findings: readonly (readonly Finding[])[];
  readonly zones: readonly ZonePeople[];
  /** The rules in force. */
  readonly rules: RuleSet;
  readonly asked: readonly AskedPerson[];
  /** How many people of each side are asked when a draft opens, by side letter. */
  readonly guests: Readonly<Record<string, number>>;
  /** Members of the series who are not asked yet. */
  readonly newcomers: number;
  /** What this reader may do. */
  readonly mayRun: boolean;
  readonly mayInvite: boolean;
  readonly mayAnswer: boolean;
};

/**
 * What somebody who may see the series sees of its dates at `now`.
 *
 * @throws AppError `not_found` for everybody else.
 */
export async function viewDates(actor: Actor, reference: string, now = new Date()): Promise<DatesView> {
  const series = await loadSeries(actor, reference, { now });
  const poll = await findPoll(db, series.id);
  const rights = {
    mayRun: mayRunPoll(actor, series),
    mayInvite: mayInvite(actor, series),
  };
  const target = targetOf(series);
  if (!poll)
    return {
      ...{ ...EMPTY, ...rights, series, target, zones: countByZone(onePerPerson(series)) },
      rules: await loadRuleSet(db),
    };

  const [invitees, openings, withdrawn] = await Promise.all([
    listInvitees(db, poll.id),
    listOpenings(db, poll.id),
    rights.mayRun ? listWithdrawn(db, poll.id) : [],
  ]);
  const phase = phaseOf(poll, now);
  const context = await loadSlotContext(db, { series, poll, now });
  const { zones, rules } = context;
  const own = invitees.find(({ personId }) => personId === actor.id) ?? null;
  const reader = { letters: lettersOf(actor, series, own), answers: own?.answers ?? null };
  const sight = sightOf(poll, letters(series), { reader, now });
  return {
    ...{ ...rights, series, target, poll, withdrawn, phase, zones, rules, sight, openings },
    totals: tally(
      poll,
      sight.letters,
      invitees.map((row) => withLetter(series, row)),
    ),
    findings: poll.slots.map((slot) => checkSlot(slot, context)),
    asked: askedIn(phase, invitees).map((invitee) =>
      toAsked(series, poll.slots, { invitee, sight, isOwn: invitee === own }),
    ),
    guests: countGuests(series, invitees),
    newcomers: phase === "open" ? countNewcomers(series, invitees) : 0,
    mayAnswer: phase === "open" && own !== null,
  };
}

const EMPTY = {
  ...{
    phase: "draft",
    poll: null,
    withdrawn: [],
    sight: { letters: [], hiddenBy: null },
    openings: [],
    totals: [],
    findings: [],
    asked: [],
    guests: {},
    newcomers: 0,
    mayAnswer: false,
  },
} as const satisfies Partial<DatesView>;

const letters = (series: Series) => series.sides.map(({ letter }) => letter);

const withLetter = (series: Series, { sideId, answers }: Invitee) => ({
  letter: sideOf(series, sideId).letter,
  answers,
});

const onePerPerson = (series: Series) => [
  ...new Map(series.members.map((member) => [member.personId, member])).values(),
];

/** Nobody is asked before the poll opens, whoever stands on its list. */
const askedIn = (phase: PollPhase, invitees: readonly Invitee[]) => (phase === "draft" ? [] : invitees);

function countGuests(series: Series, listed: readonly Invitee[]): Record<string, number> {
  const guests = guestsOf(series, listed);
  return Object.fromEntries(
    series.sides.map(({ id, letter }) => [letter, guests.filter(({ sideId }) => sideId === id).length]),
  );
}

function countNewcomers(series: Series, invitees: readonly Invitee[]): number {
  const asked = new Set(invitees.map(({ personId }) => personId));
  return onePerPerson(series).filter(({ personId }) => !asked.has(personId)).length;
}

/** A note is part of an answer: where those are hidden it is too. */
function toAsked(
  series: Series,
  slots: readonly Slot[],
  { invitee, sight, isOwn }: { readonly invitee: Invitee; readonly sight: Sight; readonly isOwn: boolean },
): AskedPerson {
  const left = countLeft(slots, invitee.answers);
  const { id, name, hasLink } = invitee;
  const { letter } = sideOf(series, invitee.sideId);
  const note = isOwn || sight.letters.includes(letter) ? invitee.note : "";
  const state = invitee.answeredAt === null ? "none" : left === 0 ? "all" : "part";
  return { id, name, note, hasLink, state, letter };
}
