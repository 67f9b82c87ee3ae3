import type { Db } from "#lib/db/client";
import type { Poll, Quorum } from "#lib/scheduling/domain/poll";
import { findPollBy, getPollById } from "./polls.ts";

/** The newest poll for another time of a meeting; null when there was none. */
export async function findReplacement(db: Db, meetingId: string): Promise<Poll | null> {
  return findPollBy(db, { replacesId: meetingId });
}

/** The newest poll for another time of the meeting with this number; null when there was none. */
export async function findReplacementOf(
  db: Db,
  meeting: { readonly seriesId: string; readonly sequence: number },
): Promise<Poll | null> {
  const { seriesId, sequence } = meeting;
  return findPollBy(db, { seriesId, replaces: { sequence } });
}

/** An open poll for another time of a meeting, without slots yet. */
export async function insertReplacement(
  db: Db,
  poll: {
    readonly seriesId: string;
    readonly replacesId: string;
    readonly quorum: Quorum;
    readonly closesAt: Date;
    readonly openedAt: Date;
    readonly openedById: string;
  },
): Promise<Poll> {
  const data = { ...poll, quorum: { ...poll.quorum }, state: "open", createdAt: poll.openedAt };
  const { id } = await db.datePoll.create({ data, select: { id: true } });
  return getPollById(db, id);
}

/** Takes over whether somebody is required, and what that person answered before. */
export async function updateCarried(
  db: Db,
  invitee: { readonly pollId: string; readonly personId: string },
  carried: {
    readonly required: boolean;
    readonly answers: Uint8Array<ArrayBuffer> | null;
    readonly answeredAt: Date | null;
    readonly enteredById: string | null;
  },
): Promise<void> {
  await db.pollInvitee.update({ where: { pollId_personId: invitee }, data: carried });
}

/** Which meeting a poll looks for another time of; null for the poll of a whole series. */
export async function findReplacedMeeting(
  db: Db,
  meetingId: string,
): Promise<{ readonly sequence: number; readonly start: Date; readonly end: Date } | null> {
  const row = await db.meeting.findUnique({
    where: { id: meetingId },
    select: { sequence: true, startsAt: true, endsAt: true },
  });
  return row && { sequence: row.sequence, start: row.startsAt, end: row.endsAt };
}
