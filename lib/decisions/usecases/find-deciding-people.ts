import { db } from "#lib/db/client";
import { personName, poseProblem } from "#lib/decisions/domain/pose-problem";
import { aimsOfPoll } from "#lib/decisions/domain/usual-aims";
import { once } from "#lib/kernel/once";
import type { Decidedness } from "#lib/ranking/domain/check-decided";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { checkDecidedInThread } from "#lib/ranking/usecases/check-decided-in-thread";
import type { Poll } from "#lib/scheduling/domain/poll";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import type { Series } from "#lib/series/domain/series";
import { loadSeriesForJob } from "#lib/series/usecases/load-series-for-job";
import { isWorkerStopped } from "#lib/workers/worker-message";
import { gatherStanding, type GatheredStanding } from "./gather-standing.ts";
import { keyOf } from "./rank-problem.ts";

/** The problem of a poll under its aims, with the people behind it. */
export type Posed = { readonly problem: SeriesProblem; readonly people: GatheredStanding["people"] };

/** Reads the poll and poses its problem under the aims of the poll, for a caller that has loaded the series. */
export async function poseByPoll(series: Series, poll: Poll, now: Date): Promise<Posed> {
  const standing = await gatherStanding(db, series, { poll, now });
  const aims = aimsOfPoll(series, poll, { ...standing, now });
  return { problem: poseProblem(standing, aims), people: standing.people };
}

/** Those of the people whose missing answers can still change which series is best. */
export function whoCanChange(found: Decidedness, people: Posed["people"]): Posed["people"] {
  const names = new Set(found.people);
  return people.filter((_, place) => names.has(personName(place)));
}

/**
 * Ids of the invitees whose missing answers can still change which series is best, under the aims of the poll: whom it
 * makes sense to remind. Everybody, when no answers at all could make a series possible (then the aims will change), and
 * when the search was stopped: nobody may miss a reminder for that. For jobs: it asks nobody's rights and tells nobody
 * anything.
 */
export async function findDecidingPeople(seriesId: string, now: Date): Promise<ReadonlySet<string>> {
  const series = await loadSeriesForJob(seriesId, now);
  const poll = await loadPoll(db, series);
  if (!poll) return new Set();
  const { problem, people } = await poseByPoll(series, poll, now);
  const found = await checkOnce(problem);
  const isHopeless = found === null || (found.isDecided && found.best === null);
  return new Set((isHopeless ? people : whoCanChange(found, people)).map(({ id }) => id));
}

const MOST_KEPT = 100;
const kept = once("decidedness", () => new Map<string, Decidedness | null>());

/** What was worked out lately is kept: a job that looks every minute searches only after something changed. */
async function checkOnce(problem: SeriesProblem): Promise<Decidedness | null> {
  const key = keyOf(problem);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = await checkDecidedInThread(problem).catch((error: unknown) => {
    if (isWorkerStopped(error)) return null;
    throw error;
  });
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}
