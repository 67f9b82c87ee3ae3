import { randomBytes } from "node:crypto";
import { type Db, transaction } from "#lib/db/client";
import {
  type Choice,
  chooseSlots,
  placeAmong,
  placeForDecision,
  requireUnbroken,
} from "#lib/decisions/domain/choice";
import { poseProblem, slotName } from "#lib/decisions/domain/pose-problem";
import type { AssentInput } from "#lib/decisions/schema";
import { deleteAssent, putAssent } from "#lib/decisions/store/assents";
import { findChoice } from "#lib/decisions/store/choices";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { requireTakesChoice } from "#lib/scheduling/domain/policy";
import type { Slot } from "#lib/scheduling/domain/poll";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import { consentState, jointOutcome, type SideConsent } from "#lib/series/domain/consents";
import { requireSpeaksFor } from "#lib/series/domain/policy";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";
import { recordSideConsent } from "#lib/series/usecases/record-side-consent";
import { aimsOf } from "./aims-of.ts";
import { decideDates } from "./decide-dates.ts";
import { type GatheredStanding, gatherStanding } from "./gather-standing.ts";
import { inRandomOrder } from "./random-order.ts";
import { keyOf, type Ranked, rankProblem } from "./rank-problem.ts";

/** How often the answers may change while they are ranked, before somebody is asked to try again. */
const MOST_RANKINGS = 4;

/**
 * Writes down what a side says to the slots put forward, with the answers as they stand. When every side has agreed,
 * the meetings are planned, the poll is decided, the slots not taken are no longer held, and the decision is recorded:
 * all of it or nothing, and once, however many say so, at once or twice. Says whether all is decided.
 *
 * When the ranking moved meanwhile and these dates are not its first, whoever decides says why, unless that was said when
 * they were put forward.
 *
 * @throws AppError `invalid` when that reason is missing, `forbidden` for who does not speak for the side, `conflict`
 *   when other slots were put forward meanwhile, the poll is open again, a slot is past, or it is agreed to and breaks a
 *   rule that nobody set aside.
 */
export async function assentToChoice(actor: Actor, input: AssentInput, now = new Date()): Promise<boolean> {
  const lot = randomBytes(16); // orders the people of the record, and is then forgotten
  let ranked: Ranked | null = null;
  for (let turn = 0; turn < MOST_RANKINGS; turn += 1) {
    const step: Step = await transaction((db) => takeAssent(db, actor, { input, ranked, lot, now }));
    if (step.kind === "done") return step.decided;
    ranked = await rankProblem(step.problem);
  }
  throw new AppError("conflict", "refusal.conflict");
}

/** Done, or a ranking is needed first: it takes time, and no transaction waits for it. */
type Step =
  | { readonly kind: "done"; readonly decided: boolean }
  | { readonly kind: "rank"; readonly problem: SeriesProblem };

type Taking = {
  readonly input: AssentInput;
  readonly ranked: Ranked | null;
  readonly lot: Uint8Array;
  readonly now: Date;
};

async function takeAssent(db: Db, actor: Actor, { input, ranked, lot, now }: Taking): Promise<Step> {
  const series = await loadSeries(actor, input.reference, { db, now });
  requireSpeaksFor(actor, series, input.sideId);
  const poll = await takePoll(db, series);
  const choice = await findChoice(db, poll.id);
  if (choice?.id !== input.choiceId) throw new AppError("conflict", "decisions.refusal.choiceReplaced");
  const subject = { subject: "dates", subjectId: choice.id } as const;
  const before = consentState(series, await listConsents(db, series), subject);
  if (saidAlready(before, input)) return { kind: "done", decided: choice.decidedAt !== null };

  requireTakesChoice(poll, now);
  const slots = chooseSlots(poll, choice.slotIds, { meetingCount: choice.slotIds.length, now });
  const standing = inRandomOrder(await gatherStanding(db, series, { poll, now }), lot);
  requireAgreeable(input, slots, standing);
  const decides = jointOutcome(withOwn(before, input)) === "agreed";
  const problem = poseProblem(standing, aimsOf(choice, { series, poll, standing, now }));
  if (decides && ranked?.key !== keyOf(problem)) return { kind: "rank", problem };
  const decided = decides ? placed(choice, { ranked, slots, input }) : null;

  const { reference: _reference, choiceId: _choiceId, reason: _reason, ...said } = input;
  const consent = { ...said, ...subject, decidedOn: dayIn(now, GENEVA) };
  const sides = await recordSideConsent(db, actor, { series, consent, now });
  await keepAnswers(db, actor, { choice, input, standing, now });
  if (!decided || !ranked) return { kind: "done", decided: false };
  await decideDates(db, actor, { series, poll, choice: decided, slots, sides, standing, ranked, now });
  return { kind: "done", decided: true };
}

/** Saying no needs nothing set aside. */
function requireAgreeable(
  { outcome }: AssentInput,
  slots: readonly Slot[],
  { findings }: Pick<GatheredStanding, "findings">,
): void {
  if (outcome === "agreed") requireUnbroken(slots, findings);
}

type Placing = {
  readonly ranked: Ranked | null;
  readonly slots: readonly Slot[];
  readonly input: AssentInput;
};

/** The choice with its place in the ranking of now, which the record holds too; null without a ranking. */
const placed = (choice: Choice, { ranked, slots, input }: Placing): Choice | null =>
  ranked &&
  placeForDecision(choice, placeAmong(ranked.ranking.best, slots.map(slotName)), input.reason ?? "");

const saidAlready = (before: readonly SideConsent[], { sideId, outcome }: AssentInput) =>
  outcome === "agreed" && before.some((state) => state.side.id === sideId && state.outcome === outcome);

const withOwn = (before: readonly SideConsent[], { sideId, outcome }: AssentInput) =>
  before.map((state) => (state.side.id === sideId ? { outcome } : state));

type Keeping = {
  readonly choice: Choice;
  readonly input: AssentInput;
  readonly standing: GatheredStanding;
  readonly now: Date;
};

/** Keeps the answers of now with the assent, so that the next one can see what changed since. */
async function keepAnswers(db: Db, actor: Actor, { choice, input, standing, now }: Keeping): Promise<void> {
  const { sideId, outcome } = input;
  if (outcome !== "agreed") return deleteAssent(db, choice.id, sideId);
  const answers = new Map(standing.people.map((person) => [person.id, person.answers]));
  await putAssent(db, { choiceId: choice.id, sideId, personId: actor.id, assentedAt: now, answers });
}
