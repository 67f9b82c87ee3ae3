import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { findMeeting } from "#lib/meetings/store";
import type { Series } from "#lib/series/domain/series";

/**
 * The meeting with this number, of a series that the caller has loaded for its reader.
 *
 * @throws AppError `not_found` when the series has no such meeting.
 */
export async function loadSeriesMeeting(
  db: Db,
  series: Pick<Series, "id">,
  sequence: number,
): Promise<Meeting> {
  const meeting = await findMeeting(db, series.id, sequence);
  if (!meeting) throw new AppError("not_found", "refusal.notFound");
  return meeting;
}
