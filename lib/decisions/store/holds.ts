import type { Db } from "#lib/db/client";
import type { Hold } from "#lib/decisions/domain/hold";
import { addMinutes } from "#lib/kernel/interval";

/** The slots of a poll that were ever held, also those withdrawn since, in time order. */
export async function listHolds(db: Db, pollId: string): Promise<Hold[]> {
  const rows = await db.slotHold.findMany({
    where: { slot: { pollId } },
    include: { slot: { select: { startsAt: true, lengthMinutes: true } } },
    orderBy: [{ slot: { startsAt: "asc" } }, { slotId: "asc" }],
  });
  return rows.map(({ slotId, sequence, releasedAt, slot }) => ({
    ...{ slotId, sequence, releasedAt, start: slot.startsAt },
    end: addMinutes(slot.startsAt, slot.lengthMinutes),
  }));
}

/** Writes down that a slot is held: for the first time, or again with a later SEQUENCE. */
export async function putHold(
  db: Db,
  slotId: string,
  held: { readonly heldById: string; readonly heldAt: Date; readonly sequence: number },
): Promise<void> {
  const data = { ...held, releasedAt: null };
  await db.slotHold.upsert({ where: { slotId }, create: { slotId, ...data }, update: data });
}

/** Writes down that a slot is held no more. */
export async function updateReleased(
  db: Db,
  slotId: string,
  released: { readonly releasedAt: Date; readonly sequence: number },
): Promise<void> {
  await db.slotHold.update({ where: { slotId }, data: released });
}

/** Where to write to those asked in a poll, by name. Addresses go into mails and nowhere else. */
export async function listAskedAddresses(
  db: Db,
  pollId: string,
): Promise<{ readonly name: string; readonly address: string }[]> {
  const rows = await db.pollInvitee.findMany({
    where: { pollId },
    select: { person: { select: { name: true, email: true } } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ person }) => ({ name: person.name, address: person.email }));
}
