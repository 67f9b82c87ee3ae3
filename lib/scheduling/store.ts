import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { addMinutes } from "#lib/kernel/interval";
import type { GroupMeeting } from "./domain/findings.ts";
import type { OfferedSlot } from "./domain/offer.ts";
import type { Choice, Invitee, Poll, PollState, Quorum, Slot } from "./domain/poll.ts";

const WITH_SLOTS = {
  slots: {
    where: { withdrawnAt: null },
    orderBy: [{ startsAt: "asc" }, { lengthMinutes: "asc" }, { ordinal: "asc" }],
  },
} as const satisfies Prisma.DatePollInclude;

type PollRow = Prisma.DatePollGetPayload<{ include: typeof WITH_SLOTS }>;

/** The poll of a series (the newest, should there ever be more), or null before the first slot is offered. */
export async function findPoll(db: Db, seriesId: string): Promise<Poll | null> {
  const row = await db.datePoll.findFirst({
    where: { seriesId },
    orderBy: { createdAt: "desc" },
    include: WITH_SLOTS,
  });
  return row && toPoll(row);
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

/** Adds slots with the next ordinals, and makes answers to the slots before stale. Gives their ids, in order. */
export async function insertSlots(
  db: Db,
  poll: Poll,
  { slots, proposedById }: { readonly slots: readonly OfferedSlot[]; readonly proposedById: string },
): Promise<string[]> {
  await touchSlots(db, poll, poll.nextOrdinal + slots.length);
  const rows = await db.slot.createManyAndReturn({
    data: slots.map(({ start, lengthMinutes, timeZone }, index) => ({
      ...{ pollId: poll.id, ordinal: poll.nextOrdinal + index, startsAt: start },
      ...{ lengthMinutes, timeZone, proposedById },
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The slots that were taken off the offer, by start. */
export async function listWithdrawn(db: Db, pollId: string): Promise<Slot[]> {
  const rows = await db.slot.findMany({
    where: { pollId, withdrawnAt: { not: null } },
    orderBy: [{ startsAt: "asc" }, { ordinal: "asc" }],
  });
  return rows.map(toSlot);
}

/** Takes a slot off the offer, or puts it back. @throws AppError `not_found` when it is not of this poll. */
export async function setWithdrawn(
  db: Db,
  poll: Poll,
  { slotId, at }: { readonly slotId: string; readonly at: Date | null },
): Promise<Slot> {
  const found = await db.slot.findUnique({ where: { id: slotId, pollId: poll.id } });
  if (!found) throw new AppError("not_found", "refusal.notFound");
  await touchSlots(db, poll, poll.nextOrdinal);
  return toSlot(await db.slot.update({ where: { id: slotId }, data: { withdrawnAt: at } }));
}

const touchSlots = (db: Db, poll: Poll, nextOrdinal: number) =>
  db.datePoll.update({ where: { id: poll.id }, data: { nextOrdinal, slotsVersion: { increment: 1 } } });

/** Opens a draft. */
export async function updatePollOpened(
  db: Db,
  pollId: string,
  opened: {
    readonly closesAt: Date;
    readonly quorum: Quorum;
    readonly openedAt: Date;
    readonly openedById: string;
  },
): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { ...opened, state: "open" } });
}

export async function updateDeadline(db: Db, pollId: string, closesAt: Date): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { closesAt } });
}

export async function updatePollDecided(db: Db, pollId: string): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { state: "decided" } });
}

/**
 * Takes the poll's row for this transaction: of two at once, the second runs anew and sees what the first did.
 */
export async function holdPoll(db: Db, pollId: string): Promise<void> {
  await db.datePoll.update({ where: { id: pollId }, data: { nextOrdinal: { increment: 0 } } });
}

const INVITEE = {
  ...{ id: true, personId: true, sideId: true, answers: true, answeredAt: true, note: true, version: true },
  ...{ tokenHash: true, pollId: true, person: { select: { name: true, timeZone: true } } },
} as const satisfies Prisma.PollInviteeSelect;

type InviteeRow = Prisma.PollInviteeGetPayload<{ select: typeof INVITEE }>;

/** What an invited person may know of the series without an account. @throws AppError `not_found` */
export async function getSeriesName(
  db: Db,
  seriesId: string,
): Promise<{
  readonly reference: string;
  readonly title: string;
  readonly topic: string;
  readonly sides: string;
}> {
  const row = await db.jointSeries.findUnique({
    where: { id: seriesId },
    select: {
      ...{ reference: true, title: true, topic: true },
      sides: { orderBy: { letter: "asc" }, select: { group: { select: { reference: true } } } },
    },
  });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return { ...row, sides: row.sides.map(({ group }) => group.reference).join(", ") };
}

/** Everybody asked, by name. */
export async function listInvitees(db: Db, pollId: string): Promise<Invitee[]> {
  const rows = await db.pollInvitee.findMany({
    where: { pollId },
    select: INVITEE,
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(toInvitee);
}

/** Who holds the link with this hash, with the id of the series; null for unknown and revoked ones. */
export async function findInviteeByToken(
  db: Db,
  tokenHash: string,
): Promise<{ readonly invitee: Invitee; readonly seriesId: string } | null> {
  const row = await db.pollInvitee.findUnique({
    where: { tokenHash },
    select: { ...INVITEE, poll: { select: { seriesId: true } } },
  });
  return row && { invitee: toInvitee(row), seriesId: row.poll.seriesId };
}

/** The person's own row in a poll, or null when not invited. */
export async function findInviteeByPerson(db: Db, pollId: string, personId: string): Promise<Invitee | null> {
  const row = await db.pollInvitee.findUnique({
    where: { pollId_personId: { pollId, personId } },
    select: INVITEE,
  });
  return row && toInvitee(row);
}

/** @throws AppError `not_found` when nobody with this id is asked in this poll. */
export async function getInvitee(db: Db, pollId: string, inviteeId: string): Promise<Invitee> {
  const row = await db.pollInvitee.findUnique({ where: { id: inviteeId, pollId }, select: INVITEE });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toInvitee(row);
}

/** Asks somebody, with the hash of the personal link. */
export async function insertInvitee(
  db: Db,
  invitee: {
    readonly pollId: string;
    readonly personId: string;
    readonly sideId: string;
    readonly tokenHash: string;
  },
): Promise<void> {
  await db.pollInvitee.create({ data: invitee });
}

/** Gives somebody another link, or none. */
export async function updateLink(
  db: Db,
  inviteeId: string,
  link: { readonly tokenHash: string | null; readonly revokedAt: Date | null },
): Promise<void> {
  await db.pollInvitee.update({ where: { id: inviteeId }, data: link });
}

/** Keeps a person's answers whole. Says whether the row still was the version that `seen` names. */
export async function updateAnswers(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  given: { readonly answers: Uint8Array<ArrayBuffer>; readonly note: string; readonly answeredAt: Date },
): Promise<boolean> {
  const { count } = await db.pollInvitee.updateMany({
    where: { id: seen.id, version: seen.version },
    data: { ...given, enteredById: null, version: { increment: 1 } },
  });
  return count === 1;
}

/** Where to write to people. Addresses go into mails and nowhere else. */
export async function listAddresses(
  db: Db,
  personIds: readonly string[],
): Promise<
  { readonly id: string; readonly name: string; readonly email: string; readonly timeZone: string }[]
> {
  return db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true, email: true, timeZone: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The choice that stands: the newest that none replaced. With the name of who put it forward. */
export async function findChoice(
  db: Db,
  pollId: string,
): Promise<(Choice & { readonly proposedBy: string }) | null> {
  const row = await db.pollChoice.findFirst({
    where: { pollId, supersededAt: null },
    orderBy: { proposedAt: "desc" },
  });
  if (!row) return null;
  const person = await db.person.findUnique({ where: { id: row.proposedById }, select: { name: true } });
  const { id, slotIds, proposedById, proposedAt, decidedAt } = row;
  return { id, slotIds, proposedById, proposedAt, decidedAt, proposedBy: person?.name ?? "" };
}

/** Puts slots forward in place of all that were before. */
export async function insertChoice(
  db: Db,
  choice: {
    readonly pollId: string;
    readonly slotIds: readonly string[];
    readonly proposedById: string;
    readonly proposedAt: Date;
  },
): Promise<string> {
  await db.pollChoice.updateMany({
    where: { pollId: choice.pollId, supersededAt: null },
    data: { supersededAt: choice.proposedAt },
  });
  const data = { ...choice, slotIds: [...choice.slotIds] };
  return (await db.pollChoice.create({ data, select: { id: true } })).id;
}

export async function updateChoiceDecided(db: Db, choiceId: string, decidedAt: Date): Promise<void> {
  await db.pollChoice.update({ where: { id: choiceId }, data: { decidedAt } });
}

/** Meetings of these Study Groups and of their Working Parties that end on or after a day, by first day. */
export async function listGroupMeetings(
  db: Db,
  studyGroupIds: readonly string[],
  from: Date,
): Promise<GroupMeeting[]> {
  const ids = [...studyGroupIds];
  const rows = await db.groupMeeting.findMany({
    where: {
      closesOn: { gte: from },
      group: { OR: [{ id: { in: ids } }, { kind: "WP", parentId: { in: ids } }] },
    },
    include: { group: { select: { reference: true } } },
    orderBy: { opensOn: "asc" },
  });
  return rows.map(({ group, title, opensOn, closesOn, source, asOf }) => ({
    ...{ group: group.reference, title, source },
    ...{ opensOn: day(opensOn), closesOn: day(closesOn), asOf: day(asOf) },
  }));
}

const day = (date: Date) => date.toISOString().slice(0, 10);

const toPoll = (row: PollRow): Poll => ({
  id: row.id,
  seriesId: row.seriesId,
  state: row.state as PollState,
  closesAt: row.closesAt,
  openedAt: row.openedAt,
  quorum: row.quorum as Quorum,
  nextOrdinal: row.nextOrdinal,
  slotsVersion: row.slotsVersion,
  slots: row.slots.map(toSlot),
});

const toSlot = (row: PollRow["slots"][number]): Slot => ({
  id: row.id,
  ordinal: row.ordinal,
  start: row.startsAt,
  end: addMinutes(row.startsAt, row.lengthMinutes),
  lengthMinutes: row.lengthMinutes,
  timeZone: row.timeZone,
});

const toInvitee = ({ tokenHash, person, pollId: _pollId, ...row }: InviteeRow): Invitee => ({
  ...row,
  ...person,
  hasLink: tokenHash !== null,
});
