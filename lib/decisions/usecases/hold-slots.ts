import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { holdsToMake } from "#lib/decisions/domain/hold";
import type { HoldSlotsInput } from "#lib/decisions/schema";
import { listHolds, putHold } from "#lib/decisions/store/holds";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll } from "#lib/scheduling/domain/policy";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import { loadSeries } from "#lib/series/usecases/load-series";
import { mailHolds } from "./mail-holds.ts";

/**
 * Puts a tentative entry for each of these slots into the calendars of those asked, until the dates are decided.
 * Slots that are held already are left as they are. Gives how many slots are held anew.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when all these slots are held, one is no longer on
 *   offer or past, nobody is asked yet, or the dates are decided.
 */
export async function holdSlots(actor: Actor, input: HoldSlotsInput, now = new Date()): Promise<number> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = await takePoll(db, series);
    if (poll.state === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
    if (poll.state === "draft") throw new AppError("conflict", "scheduling.refusal.notOpen");
    const wanted = poll.slots.filter(({ id, start }) => input.slotIds.includes(id) && start > now);
    if (wanted.length < new Set(input.slotIds).size)
      throw new AppError("conflict", "decisions.refusal.slotGone");
    const slots = holdsToMake(wanted, await listHolds(db, poll.id));
    if (slots.length === 0) throw new AppError("conflict", "decisions.refusal.heldAlready");
    for (const { id, sequence } of slots)
      await putHold(db, id, { sequence, heldById: actor.id, heldAt: now });
    const entries = slots.map(({ id: slotId, start, end, sequence }) => ({ slotId, start, end, sequence }));
    const people = await mailHolds(db, { kind: "hold", pollId: poll.id, series, slots: entries, now });
    await recordAct(db, actor, {
      ...{ action: "slotsHold", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: { slots: slots.map(({ start }) => start.toISOString()), people },
    });
    return slots.length;
  });
}
