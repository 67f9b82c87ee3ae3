import type { Db } from "#lib/db/client";
import type { ZonePeople } from "#lib/rules/domain/zone-people";
import { checkSlot } from "#lib/scheduling/domain/findings";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { Series } from "#lib/series/domain/series";
import { weigh, type WeighedFinding } from "#lib/waivers/domain/waiver";
import { listSeriesWaivers } from "#lib/waivers/usecases/list-series-waivers";
import { loadSlotContext } from "./load-slot-context.ts";

/** Against whom and when slots are checked. */
export type CheckedAgainst = {
  readonly poll: Poll;
  readonly zones: readonly ZonePeople[];
  readonly now: Date;
};

/**
 * What the rules say of each slot on offer, by slot id, with the reason where a co-chair set it aside; for a caller that
 * has loaded the series. Breaches first.
 */
export async function checkSlots(
  db: Db,
  series: Series,
  { poll, zones, now }: CheckedAgainst,
): Promise<Map<string, WeighedFinding[]>> {
  const context = await loadSlotContext(db, { series, poll, now });
  const waivers = await listSeriesWaivers(db, series);
  return new Map(
    poll.slots.map((slot) => [slot.id, weigh(checkSlot(slot, { ...context, zones }), slot.id, waivers)]),
  );
}
