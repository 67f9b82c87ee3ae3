import { db } from "#lib/db/client";
import { type Address, addToLists, type Aims, readAims } from "#lib/decisions/domain/aims";
import { requireTakesPartInChoice, whyNoRanking } from "#lib/decisions/domain/policy";
import { personName, poseProblem, slotName } from "#lib/decisions/domain/pose-problem";
import { type RankingView, type Scene, viewRanking } from "#lib/decisions/domain/ranking-view";
import { aimsOfPoll } from "#lib/decisions/domain/usual-aims";
import { findChoice } from "#lib/decisions/store/choices";
import { AppError } from "#lib/kernel/errors";
import type { Finding } from "#lib/kernel/finding";
import type { WordKey } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { describeSeries } from "#lib/ranking/domain/describe-series";
import type { Patience } from "#lib/ranking/usecases/follow-search";
import { dayValue } from "#lib/rules/domain/day-value";
import type { RuleSet } from "#lib/rules/domain/rules";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countByZone } from "#lib/rules/domain/zone-people";
import { mayRunPoll } from "#lib/scheduling/domain/policy";
import { phaseOf, type Poll, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import { type Answer, answerAt } from "#lib/scheduling/domain/packed-answers";
import { type SlotTotal, tally } from "#lib/scheduling/domain/tally";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { gatherStanding, type GatheredStanding } from "./gather-standing.ts";
import { type Ranked, rankWithPatience } from "./rank-problem.ts";

/** The chooser as its page shows it. No answers of single people. */
export type ChooserView = {
  readonly series: Series;
  readonly phase: PollPhase;
  /** Why there is no ranking to look at now. */
  readonly refusal: WordKey | null;
  readonly aims: Aims;
  /** Those of the poll. */
  readonly usual: Aims;
  readonly aimsVersion: number;
  readonly maySetAims: boolean;
  /** Null when it is refused, and while it is still searched for. */
  readonly ranking: RankingView | null;
  readonly slots: readonly (Slot & {
    readonly totals: SlotTotal["sides"];
    /** The broken rules that keep it out of every series. */
    readonly blockedBy: readonly Finding[];
    /** Names of those whom the poll requires and who cannot attend. */
    readonly missing: readonly string[];
  })[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly letter: string }[];
  /** What zones bore in earlier series of the same sides. */
  readonly balances: GatheredStanding["balances"];
  readonly chosenSlotIds: readonly string[];
  readonly mayPutForward: boolean;
  /** The rules in force. */
  readonly rules: RuleSet;
};

export type RankPollInput = { readonly reference: string; readonly address: Address };

/**
 * The best five series of a poll under the aims that an address names, worked out in a thread of its own: the two reads
 * of slots and packed answers, then bits. With `waitMs` it comes without them when they are not found by then; who asks
 * for the same soon afterwards joins the search.
 *
 * @throws AppError `not_found` for strangers, `forbidden` for who takes no part in the choice, `conflict` before slots
 *   are offered, when the search was given up or takes too much.
 */
export async function rankPoll(
  actor: Actor,
  input: RankPollInput,
  { now = new Date(), ...patience }: Patience & { readonly now?: Date } = {},
): Promise<ChooserView> {
  const series = await loadSeries(actor, input.reference, { now });
  requireTakesPartInChoice(actor, series);
  const poll = await loadPoll(db, series);
  if (!poll) throw new AppError("conflict", "scheduling.refusal.noPoll");
  const standing = await gatherStanding(db, series, { poll, now });
  const choice = await findChoice(db, poll.id);
  const usual = aimsOfPoll(series, poll, { ...standing, now });
  const aims = readAims(addToLists(input.address, standing.people), usual);
  const answers = standing.people.find(({ personId }) => personId === actor.id)?.answers ?? null;
  const refusal = whyNoRanking(actor, series, { poll, now, answers });
  const phase = phaseOf(poll, now);
  const shared = {
    ...{ series, phase, refusal, aims, usual, chosenSlotIds: choice?.slotIds ?? [] },
    people: standing.people.map(({ id, name, letter }) => ({ id, name, letter })),
    balances: standing.balances,
    rules: await loadRuleSet(db),
    aimsVersion: poll.aimsVersion,
    ...rightsOf(actor, series, phase),
  };
  if (refusal) return { ...shared, ranking: null, slots: [] };

  const totals = tally({ ...poll, quorum: aims.quorum }, lettersOf(series), standing.people);
  const ranked = await rankWithPatience(poseProblem(standing, aims), patience);
  return {
    ...shared,
    ranking: ranked && viewRanking(ranked.ranking, sceneOf({ series, poll, standing, aims, totals, ranked })),
    slots: poll.slots.map((slot, index) => viewSlot(slot, standing, totals[index])),
  };
}

const rightsOf = (actor: Actor, series: Series, phase: PollPhase) => ({
  mayPutForward: phase === "closed" && mayRunPoll(actor, series),
  maySetAims: phase !== "decided" && mayRunPoll(actor, series),
});

const viewSlot = (slot: Slot, { findings, people }: GatheredStanding, total: SlotTotal | undefined) => ({
  ...{ ...slot, totals: total?.sides ?? [], blockedBy: findings.get(slot.id) ?? [] },
  missing: missingAt(slot, people),
});

const missingAt = ({ ordinal }: Slot, people: GatheredStanding["people"]) =>
  people
    .filter(({ required, answers }) => required && !isAble(answerAt(answers, ordinal)))
    .map(({ name }) => name);

const isAble = (answer: Answer | null) => answer === "yes" || answer === "if_need_be";

const lettersOf = ({ sides }: Series) => sides.map(({ letter }) => letter);

type Stage = {
  readonly series: Series;
  readonly poll: Poll;
  readonly standing: GatheredStanding;
  readonly aims: Aims;
  readonly totals: readonly SlotTotal[];
  readonly ranked: Ranked;
};

function sceneOf({ series, poll, standing, aims, totals, ranked }: Stage): Scene {
  const slots = new Map(poll.slots.map((slot) => [slotName(slot), slot]));
  const sides = new Map(totals.map(({ slotId, sides: ofSlot }) => [slotId, ofSlot]));
  const names = new Map(standing.people.map(({ name }, place) => [personName(place), name]));
  const groups = new Map(series.sides.map(({ letter, group }) => [letter, group.reference]));
  const dayOf = (name: string) => {
    const slot = slots.get(name);
    return slot ? dayValue(dayIn(slot.start, GENEVA)) : 0;
  };
  return {
    ...{
      dayOf,
      descriptions: describeSeries(
        ranked.problem,
        ranked.ranking.best.map((best) => best.slots),
        standing.limits.D3.night,
      ),
      order: aims.order,
      burdenByHour: standing.burdenByHour,
      people: standing.people.length,
      hours: standing.limits.D3,
    },
    slotOf: (name) => slots.get(name),
    personOf: (name) => names.get(name) ?? "",
    groupOf: (letter) => groups.get(letter) ?? letter,
    totalsOf: (id) => sides.get(id) ?? [],
    zones: countByZone(standing.people),
    carried: aims.carry ? standing.carried : {},
  };
}
