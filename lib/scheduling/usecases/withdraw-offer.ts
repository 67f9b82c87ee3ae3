import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesSlots } from "#lib/scheduling/domain/policy";
import type { WithdrawOfferInput } from "#lib/scheduling/schema";
import { withdrawSlots } from "#lib/scheduling/store/slots";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Takes several slots off the offer at once, such as all that were offered together, and says how many. Answers to
 * them are kept. Those that are off already stay so.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when none of them is on offer in this series, or the
 *   poll is closed or decided.
 */
export async function withdrawOffer(
  actor: Actor,
  input: WithdrawOfferInput,
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireTakesSlots(poll, now);
    const onOffer = poll.slots.filter(({ id }) => input.slotIds.includes(id));
    if (onOffer.length === 0) throw new AppError("conflict", "offering.refusal.goneAlready");
    await withdrawSlots(db, poll, { slotIds: onOffer.map(({ id }) => id), at: now });
    await recordAct(db, actor, {
      ...{ action: "offerWithdraw", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      before: { slots: onOffer.map(({ start }) => start.toISOString()) },
    });
    return onOffer.length;
  });
}
