import { db } from "#lib/db/client";
import type { Foresight } from "#lib/decisions/domain/foresight";
import { requireTakesPartInChoice, whyNoRanking } from "#lib/decisions/domain/policy";
import type { Actor } from "#lib/people/domain/actor";
import { checkDecidedInThread } from "#lib/ranking/usecases/check-decided-in-thread";
import { estimateLikelihoodInThread } from "#lib/ranking/usecases/estimate-likelihood-in-thread";
import { phaseOf } from "#lib/scheduling/domain/poll";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { loadSeries } from "#lib/series/usecases/load-series";
import { poseByPoll, type Posed, whoCanChange } from "./find-deciding-people.ts";

/** A page waits for it: after this time whoever has not answered counts as able to change the result. */
const PATIENCE_MS = 2_000;

/**
 * Before the poll is opened, how likely a series is with its slots and people; while it is open, whether missing
 * answers can still change the best one. Under the aims of the poll. Null when nothing is to be told: no poll, nobody asked,
 * closed, or answers are hidden from this reader.
 *
 * @throws AppError `not_found` for strangers, `forbidden` for who takes no part in the choice.
 */
export async function foreseeSeries(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<Foresight | null> {
  const series = await loadSeries(actor, reference, { now });
  requireTakesPartInChoice(actor, series);
  const poll = await loadPoll(db, series);
  if (!poll || poll.slots.length === 0) return null;
  const posed = await poseByPoll(series, poll, now);
  if (posed.people.length === 0) return null;
  const phase = phaseOf(poll, now);
  if (phase === "draft") return { kind: "likely", ...(await estimateLikelihoodInThread(posed.problem)) };
  if (phase !== "open") return null;
  const answers = posed.people.find(({ personId }) => personId === actor.id)?.answers ?? null;
  return whyNoRanking(actor, series, { poll, now, answers }) ? null : foreseeDecision(posed);
}

async function foreseeDecision({ problem, people }: Posed): Promise<Foresight> {
  const found = await checkDecidedInThread(problem, { timeLimitMs: PATIENCE_MS });
  return {
    ...{ kind: "deciding", hasSeries: found.best !== null, isDecided: found.isDecided },
    people: whoCanChange(found, people).map(({ id, name, letter }) => ({ id, name, letter })),
  };
}
