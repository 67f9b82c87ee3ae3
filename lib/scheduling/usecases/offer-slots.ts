import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { planOffer } from "#lib/scheduling/domain/offer";
import { requireMayRunPoll, requireTakesSlots } from "#lib/scheduling/domain/policy";
import type { OfferSlotsInput } from "#lib/scheduling/schema";
import { findPoll, insertPoll } from "#lib/scheduling/store/polls";
import { insertSlots } from "#lib/scheduling/store/slots";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Offers slots in the poll of a series, which comes into being with its first slot, and gives their ids in order.
 *
 * All of them are offered, or none. In an open poll every invited person has to answer again what is new.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for a time that is past, skipped by a clock change
 *   or on offer already, `conflict` when the poll is closed or decided.
 */
export async function offerSlots(actor: Actor, input: OfferSlotsInput, now = new Date()): Promise<string[]> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = (await findPoll(db, series.id)) ?? (await insertPoll(db, series.id));
    requireTakesSlots(poll, now);
    const slots = planOffer(poll, input.slots, now);
    const ids = await insertSlots(db, poll, { slots, proposedById: actor.id });
    await recordAct(db, actor, {
      ...{ action: "slotsOffer", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: {
        slots: slots.map(({ start, lengthMinutes }) => ({ start: start.toISOString(), lengthMinutes })),
      },
    });
    return ids;
  });
}
