import { db } from "#lib/db/client";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { listSeriesMeetings } from "./list-series-meetings.ts";

/** The meetings of a series as a list shows them: without joining links, whoever reads. */
export type ShownMeetings = {
  readonly series: Series;
  readonly meetings: readonly Omit<Meeting, "joiningLink">[];
};

/**
 * All meetings of a series, by sequence; cancelled ones too.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function showMeetings(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<ShownMeetings> {
  const series = await loadSeries(actor, reference, { now });
  const meetings = await listSeriesMeetings(db, series);
  return { series, meetings: meetings.map(({ joiningLink: _hidden, ...meeting }) => meeting) };
}
