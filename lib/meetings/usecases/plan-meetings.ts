import { randomUUID } from "node:crypto";
import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Interval } from "#lib/kernel/interval";
import { insertMeetings, listMeetings } from "#lib/meetings/store";
import type { Actor } from "#lib/people/domain/actor";
import { publishClocks } from "./publish-clocks.ts";
import { settings } from "#lib/settings/settings";

/** The times decided on, each with the slot it came from. */
export type PlannedTimes = {
  readonly seriesId: string;
  readonly slots: readonly (Interval & {
    readonly id: string;
    /** The entry that already stands in calendars for it, which the meeting takes over; null when there is none. */
    readonly entry?: { readonly uid: string; readonly sequence: number } | null;
  })[];
};

/**
 * Brings the meetings of a series into being as planned, numbered from 1 in time order, each with a calendar UID that
 * stays for ever.
 *
 * For the use case that has decided on the dates, in its transaction.
 *
 * @throws AppError `conflict` when the series has meetings already.
 */
export async function planMeetings(db: Db, actor: Actor, { seriesId, slots }: PlannedTimes): Promise<void> {
  if ((await listMeetings(db, seriesId)).length > 0)
    throw new AppError("conflict", "meetings.refusal.plannedAlready");
  const inOrder = [...slots].sort((a, b) => a.start.getTime() - b.start.getTime());
  const meetings = inOrder.map(({ id, start, end, entry }, index) => ({
    ...{ seriesId, sequence: index + 1, start, end, slotId: id },
    calendarUid: entry?.uid ?? `${randomUUID()}@${calendarDomain()}`,
    calendarSequence: entry ? entry.sequence + 1 : 0,
  }));
  await insertMeetings(db, meetings);
  await publishClocks(db, { seriesId });
  await recordAct(db, actor, {
    ...{ action: "meetingsPlan", subjectType: "series", subjectId: seriesId, seriesId },
    after: { meetings: meetings.map(({ sequence, start }) => ({ sequence, start: start.toISOString() })) },
  });
}

const calendarDomain = () => new URL(settings().baseUrl).hostname;
