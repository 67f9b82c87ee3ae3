import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Poll, PollState, Quorum } from "#lib/scheduling/domain/poll";
import type { PollAims } from "#lib/scheduling/domain/poll-aims";
import { tellPollChanged } from "./changes.ts";
import { toSlot } from "./slots.ts";

const WITH_SLOTS = {
  slots: {
    where: { withdrawnAt: null },
    orderBy: [{ startsAt: "asc" }, { lengthMinutes: "asc" }, { ordinal: "asc" }],
  },
} as const satisfies Prisma.DatePollInclude;

type PollRow = Prisma.DatePollGetPayload<{ include: typeof WITH_SLOTS }>;

/** The poll of a whole series (the newest, should there ever be more), or null before the first slot is offered. */
export async function findPoll(db: Db, seriesId: string): Promise<Poll | null> {
  return findPollBy(db, { seriesId, replacesId: null });
}

/** The newest poll of which this holds. */
export async function findPollBy(db: Db, where: Prisma.DatePollWhereInput): Promise<Poll | null> {
  const row = await db.datePoll.findFirst({ where, orderBy: { createdAt: "desc" }, include: WITH_SLOTS });
  return row && toPoll(row);
}

/** @throws AppError `not_found` */
export async function getPollById(db: Db, pollId: string): Promise<Poll> {
  const poll = await findPollBy(db, { id: pollId });
  if (!poll) throw new AppError("not_found", "refusal.notFound");
  return poll;
}

/** Like {@link findPoll}. @throws AppError `conflict` when no slot was ever offered. */
export async function getPoll(db: Db, seriesId: string): Promise<Poll> {
  const poll = await findPoll(db, seriesId);
  if (!poll) throw new AppError("conflict", "scheduling.refusal.noPoll");
  return poll;
}

export async function insertPoll(db: Db, seriesId: string): Promise<Poll> {
  const row = await db.datePoll.create({ data: { seriesId, quorum: {} }, include: WITH_SLOTS });
  return toPoll(row);
}

/** Opens a draft. */
export async function updatePollOpened(
  db: Db,
  pollId: string,
  opened: {
    readonly closesAt: Date;
    readonly quorum: Quorum;
    readonly openedAt: Date;
    readonly openedById: string;
    readonly hidesOthers: boolean;
    readonly hidesSides: boolean;
  },
): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { ...opened, state: "open" } });
  await tellPollChanged(db, pollId);
}

/** Keeps aims and quorum of a poll. Says whether its aims still were the version that was seen. */
export async function updateAims(
  db: Db,
  seen: { readonly pollId: string; readonly aimsVersion: number },
  set: { readonly aims: PollAims; readonly quorum: Quorum },
): Promise<boolean> {
  const { count } = await db.datePoll.updateMany({
    where: { id: seen.pollId, aimsVersion: seen.aimsVersion },
    data: { ...set, aims: toJson(set.aims), aimsVersion: { increment: 1 } },
  });
  if (count > 0) await tellPollChanged(db, seen.pollId);
  return count > 0;
}

/** JSON has lists that can be written to, and nothing that is undefined. */
const toJson = (aims: PollAims): Prisma.InputJsonObject => JSON.parse(JSON.stringify(aims));

export async function updateDeadline(db: Db, pollId: string, closesAt: Date): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { closesAt } });
  await tellPollChanged(db, pollId);
}

export async function updatePollDecided(db: Db, pollId: string): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { state: "decided" } });
  await tellPollChanged(db, pollId);
}

/**
 * Takes the poll's row for this transaction: of two at once, the second runs anew and sees what the first did.
 */
export async function holdPoll(db: Db, pollId: string): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { nextOrdinal: { increment: 0 } } });
}

const toPoll = (row: PollRow): Poll => ({
  id: row.id,
  seriesId: row.seriesId,
  state: row.state as PollState,
  closesAt: row.closesAt,
  openedAt: row.openedAt,
  quorum: row.quorum as Quorum,
  aims: row.aims as PollAims,
  aimsVersion: row.aimsVersion,
  replacesId: row.replacesId,
  nextOrdinal: row.nextOrdinal,
  slotsVersion: row.slotsVersion,
  hidesOthers: row.hidesOthers,
  hidesSides: row.hidesSides,
  slots: row.slots.map(toSlot),
});
