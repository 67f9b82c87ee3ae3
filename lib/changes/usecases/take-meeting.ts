import { requireMayBeChanged } from "#lib/changes/domain/change";
import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { requireCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";

type Taken = {
  readonly series: Series;
  readonly meetings: readonly Meeting[];
  readonly meeting: Meeting;
};

/**
 * A meeting that a co-chair is about to change, with its series and all meetings of that.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for an unknown meeting, `conflict` when the meeting is
 *   over or was changed since `version`.
 */
export async function takeMeeting(
  db: Db,
  actor: Actor,
  input: {
    readonly reference: string;
    readonly sequence: number;
    readonly version: number;
    readonly now: Date;
  },
): Promise<Taken> {
  const series = await loadSeries(actor, input.reference, { db, now: input.now });
  requireCoChair(actor, series);
  const meetings = await listSeriesMeetings(db, series);
  const meeting = meetings.find(({ sequence }) => sequence === input.sequence);
  if (!meeting) throw new AppError("not_found", "refusal.notFound");
  requireMayBeChanged(meeting, input.now);
  if (meeting.version !== input.version) throw new AppError("conflict", "refusal.conflict");
  return { series, meetings, meeting };
}
