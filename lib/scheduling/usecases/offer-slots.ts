import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { checkSlot } from "#lib/scheduling/domain/findings";
import { type OfferedSlot, planOffer } from "#lib/scheduling/domain/offer";
import { requireMayRunPoll, requireTakesSlots } from "#lib/scheduling/domain/policy";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { OfferSlotsInput } from "#lib/scheduling/schema";
import { findPoll, insertPoll } from "#lib/scheduling/store/polls";
import { insertSlots } from "#lib/scheduling/store/slots";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { breachesOf } from "#lib/waivers/domain/waiver";
import { setFindingsAside } from "#lib/waivers/usecases/set-findings-aside";
import { loadSlotContext } from "./load-slot-context.ts";

/**
 * Offers slots in the poll of a series, which comes into being with its first slot, and gives their ids in order.
 *
 * All of them are offered, or none. In an open poll every invited person has to answer again what is new. When a
 * reason is given, every rule that a slot breaks is set aside for it.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for a time that is past, skipped by a clock change
 *   or on offer already, `conflict` when the poll is closed or decided.
 */
export async function offerSlots(
  actor: Actor,
  input: Omit<OfferSlotsInput, "reason"> & { readonly reason?: string },
  now = new Date(),
): Promise<string[]> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = (await findPoll(db, series.id)) ?? (await insertPoll(db, series.id));
    requireTakesSlots(poll, now);
    const slots = planOffer(poll, input.slots, now);
    const ids = await insertSlots(db, poll, { slots, proposedById: actor.id, at: now });
    await recordAct(db, actor, {
      ...{ action: "slotsOffer", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: {
        slots: slots.map(({ start, lengthMinutes }) => ({ start: start.toISOString(), lengthMinutes })),
      },
    });
    if (input.reason) {
      const findings = await brokenRules(db, { series, poll, now }, { slots, ids });
      await setFindingsAside(db, actor, { series, findings, reason: input.reason, now });
    }
    return ids;
  });
}

type Where = { readonly series: Series; readonly poll: Poll; readonly now: Date };

/** The rules that each slot breaks, by the id it got. */
async function brokenRules(
  db: Db,
  where: Where,
  { slots, ids }: { readonly slots: readonly OfferedSlot[]; readonly ids: readonly string[] },
) {
  const context = await loadSlotContext(db, where);
  return slots.flatMap((slot, index) => breachesOf(checkSlot(slot, context), ids[index] ?? ""));
}
