import type { Db } from "#lib/db/client";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { listMeetings } from "#lib/meetings/store";
import type { Series } from "#lib/series/domain/series";

/** The meetings of a series that the caller has loaded for its reader, by sequence. */
export async function listSeriesMeetings(db: Db, series: Pick<Series, "id">): Promise<Meeting[]> {
  return listMeetings(db, series.id);
}
