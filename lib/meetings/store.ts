import type { Db, Prisma } from "#lib/db/client";
import type { Meeting, MeetingStatus } from "./domain/meeting.ts";

/** The meetings of a series, by sequence; cancelled ones too. */
export async function listMeetings(db: Db, seriesId: string): Promise<Meeting[]> {
  const rows = await db.meeting.findMany({ where: { seriesId }, orderBy: { sequence: "asc" } });
  return rows.map(toMeeting);
}

function toMeeting(row: Prisma.MeetingGetPayload<object>): Meeting {
  const { startsAt, endsAt, status, createdAt: _createdAt, slotId: _slotId, ...rest } = row;
  return { ...rest, start: startsAt, end: endsAt, status: status as MeetingStatus };
}
