import type { Db } from "#lib/db/client";
import type { Choice } from "#lib/decisions/domain/choice";

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
