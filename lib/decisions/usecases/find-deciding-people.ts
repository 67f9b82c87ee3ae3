import { db } from "#lib/db/client";
import { poseForOne } from "#lib/decisions/domain/pose-for-one";
import { personName, poseProblem } from "#lib/decisions/domain/pose-problem";
import { aimsOfPoll } from "#lib/decisions/domain/usual-aims";
import { once } from "#lib/kernel/once";
import { mayBeChanged, otherMeetings } from "#lib/meetings/domain/meeting";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Decidedness } from "#lib/ranking/domain/check-decided";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { checkDecidedInThread } from "#lib/ranking/usecases/check-decided-in-thread";
import type { Poll } from "#lib/scheduling/domain/poll";
import { loadPoll, loadPollById } from "#lib/scheduling/usecases/load-poll";
import type { Series } from "#lib/series/domain/series";
import { loadSeriesForJob } from "#lib/series/usecases/load-series-for-job";
import { isWorkerStopped } from "#lib/workers/worker-message";
import { gatherStanding, type GatheredStanding } from "./gather-standing.ts";
import { loadAims } from "./load-aims.ts";
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
 * The problem of a small poll for one meeting, under the aims of the series beside the meetings that stay. Null when the
 * meeting can no longer be moved.
 */
async function poseBySmallPoll(series: Series, poll: Poll, now: Date): Promise<Posed | null> {
  const main = await loadPoll(db, series);
  const meetings = await listSeriesMeetings(db, series);
  const meeting = meetings.find(({ id }) => id === poll.replacesId);
  if (!main || !meeting || !mayBeChanged(meeting, now)) return null;
  const standing = await gatherStanding(db, series, { poll, now });
  const aims = await loadAims(db, series, { poll: main, now });
  const problem = poseForOne(standing, aims, { meeting, others: otherMeetings(meetings, meeting.id) });
  return { problem, people: standing.people };
}

/**
 * Ids of the invitees whose missing answers can still change which series is best, or in a small poll which time is,
 * under the aims of the poll: whom it makes sense to remind. Everybody, when no answers at all could make one possible
 * (then the aims will change, or a reason is given), and when the search was stopped: nobody may miss a reminder for
 * that. For jobs: it asks nobody's rights and tells nobody anything.
 */
export async function findDecidingPeople(
  { seriesId, pollId }: { readonly seriesId: string; readonly pollId: string },
  now: Date,
): Promise<ReadonlySet<string>> {
  const series = await loadSeriesForJob(seriesId, now);
  const poll = await loadPollById(db, pollId);
  const pose = poll.replacesId === null ? poseByPoll : poseBySmallPoll;
  const posed = await pose(series, poll, now);
  if (!posed) return new Set();
  const { problem, people } = posed;
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
