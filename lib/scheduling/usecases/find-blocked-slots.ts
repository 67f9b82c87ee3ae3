import type { Db } from "#lib/db/client";
import type { Finding } from "#lib/kernel/finding";
import type { ZonePeople } from "#lib/rules/domain/zone-people";
import { checkSlot } from "#lib/scheduling/domain/findings";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { Series } from "#lib/series/domain/series";
import { waiverOf } from "#lib/waivers/domain/waiver";
import { listSeriesWaivers } from "#lib/waivers/usecases/list-series-waivers";
import { loadSlotContext } from "./load-slot-context.ts";

/** Against whom and when slots are checked. */
export type BlockedBy = {
  readonly poll: Poll;
  readonly zones: readonly ZonePeople[];
  readonly now: Date;
};

/**
 * The broken rules that forbid slots, by slot id, for a caller that has loaded the series: findings that fail and that
 * no co-chair set aside. Slots without any are left out.
 */
export async function findBlockedSlots(
  db: Db,
  series: Series,
  { poll, zones, now }: BlockedBy,
): Promise<Map<string, Finding[]>> {
  const context = await loadSlotContext(db, { series, poll, now });
  const waivers = await listSeriesWaivers(db, series);
  const broken = poll.slots.map((slot) => {
    const findings = checkSlot(slot, { ...context, zones });
    const counts = ({ rule, severity }: Finding) =>
      severity === "fail" && waiverOf({ rule }, slot.id, waivers) === null;
    return [slot.id, findings.filter(counts)] as const;
  });
  return new Map(broken.filter(([, findings]) => findings.length > 0).map(([id, found]) => [id, [...found]]));
}
