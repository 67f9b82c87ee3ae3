import type { SlotRow } from "#components/scheduling/slot-rows";
import type { Slot } from "#lib/scheduling/domain/poll";
import { compareTotals } from "#lib/scheduling/domain/tally";
import type { DatesView } from "#lib/scheduling/usecases/view-dates";

/** A slot as the browser gets it. */
export const toBare = ({ id, start, lengthMinutes }: Slot) => ({
  id,
  startsAt: start.getTime(),
  lengthMinutes,
});

/** The slots in time order, or the best attended first. */
export function toRows(view: DatesView, bestFirst: boolean): SlotRow[] {
  const rows = (view.poll?.slots ?? []).map((slot, index) => ({
    row: { ...toBare(slot), totals: view.totals[index]?.sides ?? [], findings: view.findings[index] ?? [] },
    total: view.totals[index],
  }));
  if (bestFirst) rows.sort((a, b) => (a.total && b.total ? compareTotals(a.total, b.total) : 0));
  return rows.map(({ row }) => row);
}
