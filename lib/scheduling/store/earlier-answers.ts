import type { Db } from "#lib/db/client";
import type { Slot } from "#lib/scheduling/domain/poll";
import { toSlot } from "./slots.ts";

/** A person's own newest answers to another poll than this one, with its slots; null before the first. */
export async function findAnswersBefore(
  db: Db,
  pollId: string,
  personId: string,
): Promise<{ readonly slots: readonly Slot[]; readonly answers: Uint8Array | null } | null> {
  const row = await db.pollInvitee.findFirst({
    where: { personId, pollId: { not: pollId }, answeredAt: { not: null } },
    orderBy: { answeredAt: "desc" },
    select: { answers: true, poll: { select: { slots: true } } },
  });
  return row && { answers: row.answers, slots: row.poll.slots.map(toSlot) };
}
