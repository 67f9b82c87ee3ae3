import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { clockIn, dayIn } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesSlots } from "#lib/scheduling/domain/policy";
import { setWithdrawn } from "#lib/scheduling/store/slots";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Puts a withdrawn slot back on the offer, with the answers it had.
 *
 * @throws AppError `invalid` when it is past or its time is on offer again already, `forbidden`, `not_found` and
 *   `conflict` as in `withdrawSlot`.
 */
export async function restoreSlot(
  actor: Actor,
  input: { readonly reference: string; readonly slotId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireTakesSlots(poll, now);
    const slot = await setWithdrawn(db, poll, { slotId: input.slotId, at: null });
    const { timeZone, start, lengthMinutes } = slot;
    const values = { day: dayIn(start, timeZone), clock: clockIn(start, timeZone), zone: timeZone };
    if (start <= now) throw new AppError("invalid", say("scheduling.refusal.past", values));
    const twin = (other: typeof slot) =>
      other.id !== slot.id &&
      other.start.getTime() === start.getTime() &&
      other.lengthMinutes === lengthMinutes;
    if (poll.slots.some(twin)) throw new AppError("invalid", say("scheduling.refusal.duplicate", values));
    await recordAct(db, actor, {
      ...{ action: "slotRestore", subjectType: "slot", subjectId: slot.id, seriesId: series.id },
      after: { start: start.toISOString() },
    });
  });
}
