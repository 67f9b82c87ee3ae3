import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { Plan } from "#lib/rules/domain/plan-backwards";
import { checkSlot, type SlotContext } from "#lib/scheduling/domain/findings";
import { MOST_SLOTS } from "#lib/scheduling/domain/offer";
import { planOf } from "#lib/scheduling/domain/plan";
import { mayRunPoll } from "#lib/scheduling/domain/policy";
import { phaseOf, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import { findPoll } from "#lib/scheduling/store/polls";
import { findLastOffer } from "#lib/scheduling/store/slots";
import { isCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { weigh, type WeighedFinding } from "#lib/waivers/domain/waiver";
import { listSeriesWaivers } from "#lib/waivers/usecases/list-series-waivers";
import { loadSlotContext } from "./load-slot-context.ts";

/** A slot on offer, with what the rules say of it and what of that was set aside. */
export type OfferedView = {
  readonly slot: Slot;
  readonly findings: readonly WeighedFinding[];
};

/** The page on which slots are offered. */
export type OfferView = {
  readonly series: Series;
  readonly phase: PollPhase;
  /** Whether this reader may offer slots now, and set findings aside. */
  readonly mayOffer: boolean;
  readonly mayWaive: boolean;
  /** How many slots more the poll takes. */
  readonly room: number;
  readonly slots: readonly OfferedView[];
  readonly context: SlotContext;
  /** What this reader offered last. */
  readonly lastOffer: { readonly slotIds: readonly string[]; readonly offeredAt: Date } | null;
  /** Null when nothing is known of the target meeting. */
  readonly plan: Plan | null;
  readonly now: Date;
};

/**
 * What somebody who may see the series sees of its slots on offer at `now`, and of what more may be offered.
 *
 * @throws AppError `not_found` for everybody else.
 */
export async function viewOffer(actor: Actor, reference: string, now = new Date()): Promise<OfferView> {
  const series = await loadSeries(actor, reference, { now });
  const poll = await findPoll(db, series.id);
  const [context, waivers, lastOffer] = await Promise.all([
    loadSlotContext(db, { series, poll, now }),
    listSeriesWaivers(db, series),
    poll && findLastOffer(db, poll.id, actor.id),
  ]);
  const phase = poll ? phaseOf(poll, now) : "draft";
  return {
    ...{ series, phase, context, lastOffer, now },
    mayOffer: mayRunPoll(actor, series) && (phase === "draft" || phase === "open"),
    mayWaive: isCoChair(actor, series),
    room: MOST_SLOTS - (poll?.nextOrdinal ?? 0),
    slots: (poll?.slots ?? []).map((slot) => ({
      slot,
      findings: weigh(checkSlot(slot, context), slot.id, waivers),
    })),
    plan: planOf(series, poll, { now, limits: context.rules.limits }),
  };
}
