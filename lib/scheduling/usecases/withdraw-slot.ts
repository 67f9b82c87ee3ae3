import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesSlots } from "#lib/scheduling/domain/policy";
import { setWithdrawn } from "#lib/scheduling/store/slots";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Takes a slot off the offer. Answers to it are kept, so that `restoreSlot` undoes it whole. It may run twice.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for a slot of another series, `conflict` when the
 *   poll is closed or decided.
 */
export async function withdrawSlot(
  actor: Actor,
  input: { readonly reference: string; readonly slotId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireTakesSlots(poll, now);
    const { id, start } = await setWithdrawn(db, poll, { slotId: input.slotId, at: now });
    await recordAct(db, actor, {
      ...{ action: "slotWithdraw", subjectType: "slot", subjectId: id, seriesId: series.id },
      before: { start: start.toISOString() },
    });
  });
}
