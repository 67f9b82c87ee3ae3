import type { Db } from "#lib/db/client";
import type { Poll, Quorum } from "#lib/scheduling/domain/poll";
import type { WhichPoll } from "#lib/scheduling/domain/which-poll";
import { findPollBy, getPollById } from "./polls.ts";

/** The newest poll for another time of a meeting; null when there was none. */
export async function findReplacement(db: Db, meetingId: string): Promise<Poll | null> {
  return findPollBy(db, { replacesId: meetingId });
}

/** The poll of a series, or with `sequence` the newest one for another time of that meeting; null when there was none. */
export async function findPollOf(
  db: Db,
  { seriesId, sequence }: WhichPoll & { readonly seriesId: string },
): Promise<Poll | null> {
  return findPollBy(
    db,
    sequence === undefined ? { seriesId, replacesId: null } : { seriesId, replaces: { sequence } },
  );
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

/** A meeting for which another time is looked for, as it is until then. */
export type Replaced = { readonly sequence: number; readonly start: Date; readonly end: Date };

/** Which meeting a poll looks for another time of; null when it is gone. */
export async function findReplacedMeeting(db: Db, meetingId: string): Promise<Replaced | null> {
  const row = await db.meeting.findUnique({
    where: { id: meetingId },
    select: { sequence: true, startsAt: true, endsAt: true },
  });
  return row && { sequence: row.sequence, start: row.startsAt, end: row.endsAt };
}
