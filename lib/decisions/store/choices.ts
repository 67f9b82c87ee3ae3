import type { Db } from "#lib/db/client";
import type { Aims } from "#lib/decisions/domain/aims";
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
  const { pollId: _pollId, supersededAt: _supersededAt, ...choice } = row;
  return { ...choice, proposedBy: person?.name ?? "" };
}

/** Puts slots forward in place of all that were before. */
export async function insertChoice(
  db: Db,
  choice: {
    readonly pollId: string;
    readonly slotIds: readonly string[];
    readonly proposedById: string;
    readonly proposedAt: Date;
    readonly aims: Aims;
    readonly rank: number | null;
    readonly reason: string;
  },
): Promise<string> {
  await db.pollChoice.updateMany({
    where: { pollId: choice.pollId, supersededAt: null },
    data: { supersededAt: choice.proposedAt },
  });
  const { order, quorum, required, must, never, ...plain } = choice.aims;
  const aims = {
    ...plain,
    order: [...order],
    quorum: { ...quorum },
    required: [...required],
    must: [...must],
    never: [...never],
  };
  const data = { ...choice, aims, slotIds: [...choice.slotIds] };
  return (await db.pollChoice.create({ data, select: { id: true } })).id;
}

/** Keeps a choice as it is decided, with its place by then and the reason that stands. */
export async function updateChoiceDecided(
  db: Db,
  { id, rank, reason }: Pick<Choice, "id" | "rank" | "reason">,
  decidedAt: Date,
): Promise<void> {
  await db.pollChoice.update({ where: { id }, data: { rank, reason, decidedAt } });
}
