import type { Db, Prisma } from "#lib/db/client";
import type { Interval } from "#lib/kernel/interval";
import type { Meeting, MeetingStatus } from "./domain/meeting.ts";
import type { WallClocks } from "./domain/wall-clocks.ts";

/** The meetings of a series, by sequence; cancelled ones too. */
export async function listMeetings(db: Db, seriesId: string): Promise<Meeting[]> {
  const rows = await db.meeting.findMany({ where: { seriesId }, orderBy: { sequence: "asc" } });
  return rows.map(toMeeting);
}

/** The meeting of a series with this sequence number, or null. */
export async function findMeeting(db: Db, seriesId: string, sequence: number): Promise<Meeting | null> {
  const row = await db.meeting.findUnique({ where: { seriesId_sequence: { seriesId, sequence } } });
  return row && toMeeting(row);
}

/** Adds meetings as planned. */
export async function insertMeetings(
  db: Db,
  meetings: readonly (Interval & {
    readonly seriesId: string;
    readonly sequence: number;
    readonly slotId: string;
    readonly calendarUid: string;
    readonly calendarSequence: number;
  })[],
): Promise<void> {
  await db.meeting.createMany({
    data: meetings.map(({ start, end, ...meeting }) => ({ ...meeting, startsAt: start, endsAt: end })),
  });
}

/** Changes the status, unless somebody changed the meeting since `version`. Returns whether it was changed. */
export async function updateStatus(
  db: Db,
  meeting: Pick<Meeting, "id" | "version">,
  status: MeetingStatus,
): Promise<boolean> {
  const { count } = await db.meeting.updateMany({
    where: { id: meeting.id, version: meeting.version },
    data: { status, version: { increment: 1 } },
  });
  return count === 1;
}

/** Sets the joining link, unless somebody changed the meeting since `version`. Returns whether it was set. */
export async function updateJoiningLink(
  db: Db,
  meeting: Pick<Meeting, "id" | "version">,
  joiningLink: string,
): Promise<boolean> {
  const { count } = await db.meeting.updateMany({
    where: { id: meeting.id, version: meeting.version },
    data: { joiningLink, version: { increment: 1 } },
  });
  return count === 1;
}

/** Moves a meeting, or cancels it when there is no new time; either way its calendar entry gets the next SEQUENCE. */
export async function updateTimes(db: Db, meetingId: string, next: Interval | null): Promise<void> {
  await db.meeting.update({
    where: { id: meetingId },
    data: {
      ...(next ? { startsAt: next.start, endsAt: next.end } : { status: "cancelled" }),
      ...{ calendarSequence: { increment: 1 }, version: { increment: 1 } },
    },
  });
}

/** A meeting with the times that people were told. */
export type PublishedClocks = Pick<Meeting, "id" | "sequence" | "status" | "start" | "end"> & {
  readonly tzVersion: string;
  readonly wallClocks: WallClocks;
};

/** The meetings of a series, by sequence, with the times that were published; none before that. */
export async function listPublishedClocks(db: Db, seriesId: string): Promise<PublishedClocks[]> {
  const rows = await db.meeting.findMany({ where: { seriesId }, orderBy: { sequence: "asc" } });
  return rows.map(({ id, sequence, status, startsAt, endsAt, tzVersion, wallClocks }) => ({
    ...{ id, sequence, tzVersion, start: startsAt, end: endsAt },
    ...{ status: status as MeetingStatus, wallClocks: wallClocks as WallClocks },
  }));
}

/** Keeps the times that people are told. The meeting itself does not change by it. */
export async function updateWallClocks(
  db: Db,
  meetingId: string,
  published: { readonly wallClocks: WallClocks; readonly tzVersion: string },
): Promise<void> {
  await db.meeting.update({ where: { id: meetingId }, data: published });
}

/** The zone of each person with a part in a series, or asked in its poll; each person once. */
export async function listZonePeople(db: Db, seriesId: string): Promise<{ readonly timeZone: string }[]> {
  return db.person.findMany({
    where: {
      OR: [{ seriesMembers: { some: { seriesId } } }, { invitees: { some: { poll: { seriesId } } } }],
    },
    select: { timeZone: true },
  });
}

function toMeeting(row: Prisma.MeetingGetPayload<object>): Meeting {
  const { startsAt, endsAt, status, createdAt: _createdAt, slotId: _slotId, ...kept } = row;
  const { tzVersion: _tzVersion, wallClocks: _wallClocks, ...rest } = kept;
  return { ...rest, start: startsAt, end: endsAt, status: status as MeetingStatus };
}
