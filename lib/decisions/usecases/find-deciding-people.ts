import { db } from "#lib/db/client";
import { halfOfEachSide, membersToAsk } from "#lib/decisions/domain/foresight";
import { personName, poseProblem } from "#lib/decisions/domain/pose-problem";
import { usualAims } from "#lib/decisions/domain/usual-aims";
import type { Decidedness } from "#lib/ranking/domain/check-decided";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { checkDecidedInThread } from "#lib/ranking/usecases/check-decided-in-thread";
import type { Poll } from "#lib/scheduling/domain/poll";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import type { Series } from "#lib/series/domain/series";
import { loadSeriesForJob } from "#lib/series/usecases/load-series-for-job";
import { gatherStanding, type GatheredStanding } from "./gather-standing.ts";

/** The problem of a poll under the usual aims, with the people behind it. */
export type Posed = { readonly problem: SeriesProblem; readonly people: GatheredStanding["people"] };

/**
 * Reads the poll and poses its problem, for a caller that has loaded the series. Before the poll is opened the people
 * are those who would be asked, and half of each side is needed.
 */
export async function poseUsual(series: Series, poll: Poll, now: Date): Promise<Posed> {
  const standing = await gatherStanding(db, series, { poll, now });
  const isDraft = poll.state === "draft";
  const people = isDraft ? [...standing.people, ...membersToAsk(series, standing.people)] : standing.people;
  const quorum = isDraft ? halfOfEachSide(people) : poll.quorum;
  const required = people.filter((person) => person.required).map(({ id }) => id);
  const aims = usualAims(series, { quorum }, { required, now });
  return { problem: poseProblem({ ...standing, people }, aims), people };
}

/** Those of the people whose missing answers can still change which series is best. */
export function whoCanChange(found: Decidedness, people: Posed["people"]): Posed["people"] {
  const names = new Set(found.people);
  return people.filter((_, place) => names.has(personName(place)));
}

/**
 * Ids of the invitees whose missing answers can still change which series is best, under the usual aims: whom it makes
 * sense to remind. Everybody, when no answers at all could make a series possible: then the aims will change. For jobs:
 * it asks nobody's rights and tells nobody anything.
 */
export async function findDecidingPeople(seriesId: string, now: Date): Promise<ReadonlySet<string>> {
  const series = await loadSeriesForJob(seriesId, now);
  const poll = await loadPoll(db, series);
  if (!poll) return new Set();
  const { problem, people } = await poseUsual(series, poll, now);
  const found = await checkDecidedInThread(problem);
  const isHopeless = found.isDecided && found.best === null;
  return new Set((isHopeless ? people : whoCanChange(found, people)).map(({ id }) => id));
}
