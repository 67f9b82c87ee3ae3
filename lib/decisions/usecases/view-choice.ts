import { db } from "#lib/db/client";
import { type AnswerChange, changesSince } from "#lib/decisions/domain/answer-changes";
import { type Choice, inTimeOrder, placeAmong } from "#lib/decisions/domain/choice";
import { isHeld } from "#lib/decisions/domain/hold";
import { type Look, takesPartInChoice, whyNoRanking } from "#lib/decisions/domain/policy";
import { poseProblem, slotName } from "#lib/decisions/domain/pose-problem";
import { type Asked, listAsked } from "#lib/decisions/store/asked";
import { listAssents } from "#lib/decisions/store/assents";
import { findChoice } from "#lib/decisions/store/choices";
import { listHolds } from "#lib/decisions/store/holds";
import { AppError } from "#lib/kernel/errors";
import type { Finding } from "#lib/kernel/finding";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { mayConfirm } from "#lib/meetings/domain/policy";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countByZone } from "#lib/rules/domain/zone-people";
import { checkSelection } from "#lib/scheduling/domain/findings";
import { mayRunPoll } from "#lib/scheduling/domain/policy";
import { phaseOf, type Poll, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import { lettersOf, sightOf } from "#lib/scheduling/domain/sight";
import { targetOf } from "#lib/scheduling/domain/target";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { consentState, type SideConsent } from "#lib/series/domain/consents";
import { isCoChair, sidesSpokenFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";
import type { WeighedFinding } from "#lib/waivers/domain/waiver";
import { aimsOf } from "./aims-of.ts";
import { gatherStanding, type GatheredStanding } from "./gather-standing.ts";
import { rankWithPatience } from "./rank-problem.ts";

/** The slots put forward, and where each side stands on them. */
export type ChoiceView = Choice & {
  /**
   * Its place among the best with the answers and rules of now. Null once it is decided, for who may not look at a ranking,
   * and when it is not found in a moment.
   */
  readonly today: { readonly rank: number | null } | null;
  readonly proposedBy: string;
  /** Each with what the rules say of it by itself, and the reason where that was set aside; nothing once it is decided. */
  readonly slots: readonly (Slot & { readonly findings: readonly WeighedFinding[] })[];
  /** What the rules say of the slots together. */
  readonly findings: readonly Finding[];
  readonly sides: readonly SideConsent[];
  /** What those whose answers the reader may see said otherwise of these slots since the first side assented. */
  readonly changes: readonly AnswerChange[];
  /** How many more such changes there are that are hidden from the reader. */
  readonly hiddenChanges: number;
};

/** Where the choice stands, and what this reader may do now. */
export type OutcomeView = {
  readonly seriesId: string;
  readonly phase: PollPhase | null;
  /** Null while nothing is put forward. */
  readonly choice: ChoiceView | null;
  /** Once the dates are decided. */
  readonly meetings: readonly Meeting[];
  /** Ids of the slots that stand in the calendars of those asked as tentative. */
  readonly heldSlotIds: readonly string[];
  readonly mayRank: boolean;
  readonly mayConfirm: boolean;
  readonly mayHold: boolean;
  /** Whether this reader may set a rule aside that a slot put forward breaks. */
  readonly mayWaive: boolean;
  readonly speaksForIds: readonly string[];
};

const NOTHING: Omit<OutcomeView, "seriesId"> = {
  ...{ phase: null, choice: null, meetings: [], heldSlotIds: [] },
  ...{ mayRank: false, mayConfirm: false, mayHold: false, mayWaive: false, speaksForIds: [] },
};

/**
 * The dates put forward last and what has come of them.
 *
 * @throws AppError `not_found` for who may not see the series.
 */
export async function viewChoice(actor: Actor, reference: string, now = new Date()): Promise<OutcomeView> {
  const series = await loadSeries(actor, reference, { now });
  const poll = await loadPoll(db, series);
  if (!poll) return { ...NOTHING, seriesId: series.id };
  const [choice, holds] = await Promise.all([findChoice(db, poll.id), listHolds(db, poll.id)]);
  const { standing, people } = await readAnswers(series, { poll, choice, now });
  const own = people.find(({ personId }) => personId === actor.id)?.answers ?? null;
  const phase = phaseOf(poll, now);
  const rights = rightsOf(actor, series, { poll, now, answers: own });
  const around = { actor, series, poll, people, standing, mayRank: rights.mayRank, now };
  return {
    ...{ phase, seriesId: series.id },
    choice: choice && (await toView(around, choice)),
    meetings: phase === "decided" ? await listSeriesMeetings(db, series) : [],
    heldSlotIds: phase === "decided" ? [] : holds.filter(isHeld).map(({ slotId }) => slotId),
    ...rights,
  };
}

type Standing = { readonly standing: GatheredStanding | null; readonly people: readonly Asked[] };

/** All answers: only when there is something to hold them to. What a ranking depends on besides: until it is decided. */
async function readAnswers(
  series: Series,
  { poll, choice, now }: { readonly poll: Poll; readonly choice: Choice | null; readonly now: Date },
): Promise<Standing> {
  if (!choice) return { standing: null, people: [] };
  if (choice.decidedAt) return { standing: null, people: await listAsked(db, poll.id) };
  const standing = await gatherStanding(db, series, { poll, now });
  return { standing, people: standing.people };
}

type Rights = Pick<OutcomeView, "mayRank" | "mayConfirm" | "mayHold" | "mayWaive" | "speaksForIds">;

function rightsOf(actor: Actor, series: Series, look: Look): Rights {
  const phase = phaseOf(look.poll, look.now);
  return {
    mayRank: takesPartInChoice(actor, series) && whyNoRanking(actor, series, look) === null,
    mayConfirm: mayConfirm(actor, series),
    mayHold: (phase === "open" || phase === "closed") && mayRunPoll(actor, series),
    mayWaive: phase !== "decided" && isCoChair(actor, series),
    speaksForIds: phase === "closed" ? sidesSpokenFor(actor, series).map(({ id }) => id) : [],
  };
}

type Around = {
  readonly actor: Actor;
  readonly series: Series;
  readonly poll: Poll;
  readonly people: readonly Asked[];
  /** Null once it is decided. */
  readonly standing: GatheredStanding | null;
  readonly mayRank: boolean;
  readonly now: Date;
};

async function toView(around: Around, choice: Choice & { proposedBy: string }): Promise<ChoiceView> {
  const { series, poll, people, standing } = around;
  const chosen = poll.slots.filter(({ id }) => choice.slotIds.includes(id));
  const zones = countByZone(people);
  const checked = standing?.checked;
  const slots = chosen.map((slot) => ({ ...slot, findings: checked?.get(slot.id)?.filter(matters) ?? [] }));
  const subject = { subject: "dates", subjectId: choice.id } as const;
  const [first] = choice.decidedAt ? [] : await listAssents(db, choice.id);
  const changes = first ? changesSince(first.answers, people, slots) : [];
  const seen = changes.filter(({ letter }) => lettersSeen(around).includes(letter));
  return {
    ...{ ...choice, slots, changes: seen, hiddenChanges: changes.length - seen.length },
    findings: checkSelection(slots, {
      ...{ zones, target: targetOf(series), rules: await loadRuleSet(db) },
    }),
    sides: consentState(series, await listConsents(db, series), subject),
    today: await placeToday(around, choice, chosen),
  };
}

/** A page waits for so long; who decides later is told the place in any case. */
const WAIT_MS = 1_000;

async function placeToday(
  { series, poll, standing, mayRank, now }: Around,
  choice: Choice,
  slots: readonly Slot[],
): Promise<ChoiceView["today"]> {
  if (!standing || !mayRank) return null;
  const problem = poseProblem(standing, aimsOf(choice, { series, poll, standing, now }));
  const ranked = await rankWithPatience(problem, { waitMs: WAIT_MS }).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  return ranked && { rank: placeAmong(ranked.ranking.best, inTimeOrder(slots).map(slotName)) };
}

/** These say of all slots together what they say of each. */
const OF_SERIES: readonly string[] = ["D4", "D5", "D7"];

/** What breaks a rule, or asks for a look at this slot; what only informs stands on the page of slots. */
const matters = ({ rule, severity }: Finding) =>
  severity === "fail" || (severity === "warn" && !OF_SERIES.includes(rule));

/** The sides whose single answers the reader may see now; nobody does who takes no part in the choice. */
function lettersSeen({ actor, series, poll, people, now }: Around): readonly string[] {
  if (!takesPartInChoice(actor, series)) return [];
  const letters = series.sides.map(({ letter }) => letter);
  const answers = people.find(({ personId }) => personId === actor.id)?.answers ?? null;
  const reader = { letters: lettersOf(actor, series, null), answers };
  return sightOf(poll, letters, { reader, now }).letters;
}
