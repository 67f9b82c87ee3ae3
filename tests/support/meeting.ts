import { db } from "#lib/db/client";
import { addMinutes } from "#lib/kernel/interval";

/** Monday 1 March 2027, 13:00 in Geneva. */
export const FIRST_START = new Date("2027-03-01T12:00:00Z");

/** A meeting of 120 minutes in the series; the second is a week after the first, and so on. */
export async function makeMeeting(
  seriesId: string,
  { sequence = 1, status = "planned", joiningLink = "" } = {},
): Promise<{ readonly id: string; readonly sequence: number; readonly start: Date; readonly end: Date }> {
  const start = addMinutes(FIRST_START, (sequence - 1) * 7 * 24 * 60);
  const end = addMinutes(start, 120);
  const { id } = await db.meeting.create({
    data: {
      ...{ seriesId, sequence, status, joiningLink, startsAt: start, endsAt: end },
      calendarUid: `${seriesId}-${sequence}@example.org`,
    },
  });
  return { id, sequence, start, end };
}
