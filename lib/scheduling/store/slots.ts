import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { addMinutes } from "#lib/kernel/interval";
import type { OfferedSlot } from "#lib/scheduling/domain/offer";
import type { Poll, Slot } from "#lib/scheduling/domain/poll";
import { tellPollChanged } from "./changes.ts";

/** Adds slots with the next ordinals, and makes answers to the slots before stale. Gives their ids, in order. */
export async function insertSlots(
  db: Db,
  poll: Poll,
  {
    slots,
    proposedById,
    at,
  }: { readonly slots: readonly OfferedSlot[]; readonly proposedById: string; readonly at: Date },
): Promise<string[]> {
  await touchSlots(db, poll, poll.nextOrdinal + slots.length);
  const rows = await db.slot.createManyAndReturn({
    data: slots.map(({ start, lengthMinutes, timeZone }, index) => ({
      ...{ pollId: poll.id, ordinal: poll.nextOrdinal + index, startsAt: start },
      ...{ lengthMinutes, timeZone, proposedById, createdAt: at },
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

/** Takes several slots of a poll off the offer. */
export async function withdrawSlots(
  db: Db,
  poll: Poll,
  { slotIds, at }: { readonly slotIds: readonly string[]; readonly at: Date },
): Promise<void> {
  await touchSlots(db, poll, poll.nextOrdinal);
  await db.slot.updateMany({
    where: { pollId: poll.id, id: { in: [...slotIds] }, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
}

/** What a person offered last in a poll, all at once, of what is still on offer. Null when that is nothing. */
export async function findLastOffer(
  db: Db,
  pollId: string,
  proposedById: string,
): Promise<{ readonly slotIds: readonly string[]; readonly offeredAt: Date } | null> {
  const mine = { pollId, proposedById, withdrawnAt: null };
  const last = await db.slot.findFirst({ where: mine, orderBy: { createdAt: "desc" } });
  if (!last) return null;
  const rows = await db.slot.findMany({
    where: { ...mine, createdAt: last.createdAt },
    select: { id: true },
  });
  return { slotIds: rows.map(({ id }) => id), offeredAt: last.createdAt };
}

async function touchSlots(db: Db, poll: Poll, nextOrdinal: number): Promise<void> {
  await db.datePoll.update({
    where: { id: poll.id },
    data: { nextOrdinal, slotsVersion: { increment: 1 } },
  });
  await tellPollChanged(db, poll.id);
}

/** A row as the domain has it. */
export const toSlot = (row: Prisma.SlotGetPayload<object>): Slot => ({
  id: row.id,
  ordinal: row.ordinal,
  start: row.startsAt,
  end: addMinutes(row.startsAt, row.lengthMinutes),
  lengthMinutes: row.lengthMinutes,
  timeZone: row.timeZone,
});
