import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import type { Interval } from "#lib/kernel/interval";
import { updateTimes } from "#lib/meetings/store";
import type { Series } from "#lib/series/domain/series";
import { loadSeriesMeeting } from "./load-series-meeting.ts";
import { publishClocks } from "./publish-clocks.ts";

/**
 * Moves a meeting to another time, or cancels it when there is none. Its calendar entry keeps its UID and gets the next
 * SEQUENCE, and its agenda follows the new start by itself.
 *
 * For the use case that has decided on it, in its transaction.
 *
 * @throws AppError `not_found` when the series has no such meeting.
 */
export async function applyChange(
  db: Db,
  change: {
    readonly series: Pick<Series, "id">;
    readonly sequence: number;
    readonly next: Interval | null;
    readonly reason: string;
  },
): Promise<void> {
  const { series, sequence, next, reason } = change;
  const meeting = await loadSeriesMeeting(db, series, sequence);
  await updateTimes(db, meeting.id, next);
  if (next) await publishClocks(db, { seriesId: series.id, sequence });
  const before = { meeting: sequence, start: meeting.start.toISOString(), end: meeting.end.toISOString() };
  await recordAct(db, null, {
    ...{ action: next ? "meetingMove" : "meetingCancel", subjectType: "meeting" },
    ...{ subjectId: meeting.id, seriesId: series.id, before },
    after: {
      ...(next ? { start: next.start.toISOString(), end: next.end.toISOString() } : { status: "cancelled" }),
      ...{ calendarSequence: meeting.calendarSequence + 1, reason },
    },
  });
}
