import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { addressOf, type Aims, readAims } from "#lib/decisions/domain/aims";
import { chooseSlots, placeAmong, requireUnbroken } from "#lib/decisions/domain/choice";
import { poseProblem, slotName } from "#lib/decisions/domain/pose-problem";
import { aimsOfPoll } from "#lib/decisions/domain/usual-aims";
import type { ChooseSeriesInput } from "#lib/decisions/schema";
import { insertChoice } from "#lib/decisions/store/choices";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { requireMayRunPoll, requireTakesChoice } from "#lib/scheduling/domain/policy";
import type { Poll } from "#lib/scheduling/domain/poll";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { gatherStanding, type GatheredStanding } from "./gather-standing.ts";
import { keyOf, type Ranked, rankProblem } from "./rank-problem.ts";

/** How often the answers may change while they are ranked, before somebody is asked to try again. */
const MOST_RANKINGS = 4;

/**
 * Puts slots forward as the series, for each side to assent to, with its place in the ranking under these aims and the
 * reason when that is not the first. A choice put forward before, and what sides said to it, no longer count. Gives
 * the id of the choice.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for another number of slots than meetings, past or
 *   overlapping ones, or a missing reason, `conflict` while the poll is open, when a slot was withdrawn or breaks a rule
 *   that nobody set aside, or when all is decided.
 */
export async function chooseSeries(
  actor: Actor,
  input: ChooseSeriesInput,
  now = new Date(),
): Promise<string> {
  let ranked: Ranked | null = null;
  for (let turn = 0; turn < MOST_RANKINGS; turn += 1) {
    const step: Step = await transaction((db) => putForward(db, actor, { input, ranked, now }));
    if (step.kind === "done") return step.choiceId;
    ranked = await rankProblem(step.problem);
  }
  throw new AppError("conflict", "refusal.conflict");
}

/** Done, or a ranking is needed first: it takes time, and no transaction waits for it. */
type Step =
  | { readonly kind: "done"; readonly choiceId: string }
  | { readonly kind: "rank"; readonly problem: SeriesProblem };

type Forward = { readonly input: ChooseSeriesInput; readonly ranked: Ranked | null; readonly now: Date };

async function putForward(db: Db, actor: Actor, { input, ranked, now }: Forward): Promise<Step> {
  const series = await loadSeries(actor, input.reference, { db, now });
  requireMayRunPoll(actor, series);
  const poll = await takePoll(db, series);
  requireTakesChoice(poll, now);
  const slots = chooseSlots(poll, input.slotIds, { meetingCount: series.meetingCount, now });
  const { aims, problem, broken } = await pose(db, { series, poll, address: input.aims, now });
  requireUnbroken(slots, broken);
  if (!ranked || ranked.key !== keyOf(problem)) return { kind: "rank", problem };

  const rank = placeAmong(ranked.ranking.best, slots.map(slotName));
  if (rank !== 1 && input.reason === "")
    throw new AppError("invalid", "decisions.refusal.reason", { reason: [say("decisions.refusal.reason")] });
  const slotIds = slots.map(({ id }) => id);
  const choice = { pollId: poll.id, slotIds, proposedById: actor.id, proposedAt: now };
  const choiceId = await insertChoice(db, { ...choice, aims, rank, reason: input.reason });
  await recordAct(db, actor, {
    ...{ action: "seriesChoose", subjectType: "choice", subjectId: choiceId, seriesId: series.id },
    after: { meetings: slots.map(({ start }) => start.toISOString()), rank, reason: input.reason },
  });
  return { kind: "done", choiceId };
}

type Posing = { readonly series: Series; readonly poll: Poll; readonly address: string; readonly now: Date };

async function pose(
  db: Db,
  { series, poll, address, now }: Posing,
): Promise<{ aims: Aims; problem: SeriesProblem; broken: GatheredStanding["findings"] }> {
  const standing = await gatherStanding(db, series, { poll, now });
  const aims = readAims(addressOf(address), aimsOfPoll(series, poll, { ...standing, now }));
  return { aims, problem: poseProblem(standing, aims), broken: standing.findings };
}
