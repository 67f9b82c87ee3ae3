import type { Db } from "#lib/db/client";
import { wallClocksAt } from "#lib/meetings/domain/wall-clocks";
import { listPublishedClocks, listZonePeople, updateWallClocks } from "#lib/meetings/store";

/**
 * Keeps the time of each meeting of a series as its people's clocks show it now, with the version of the tz data: what
 * they are told today. Of one meeting only, when `sequence` is given.
 *
 * For the use case that plans, moves or announces meetings, in its transaction.
 */
export async function publishClocks(
  db: Db,
  { seriesId, sequence }: { readonly seriesId: string; readonly sequence?: number },
): Promise<void> {
  const zones = [...new Set((await listZonePeople(db, seriesId)).map(({ timeZone }) => timeZone))].sort();
  for (const meeting of await listPublishedClocks(db, seriesId)) {
    if (sequence !== undefined && meeting.sequence !== sequence) continue;
    const wallClocks = wallClocksAt(meeting.start, zones);
    await updateWallClocks(db, meeting.id, { wallClocks, tzVersion: process.versions["tz"] ?? "" });
  }
}
