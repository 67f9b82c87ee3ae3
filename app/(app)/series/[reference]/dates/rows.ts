import type { SlotRow } from "#components/scheduling/slot-rows";
import type { Slot } from "#lib/scheduling/domain/poll";
import type { DatesView } from "#lib/scheduling/usecases/view-dates";

/** A slot as the browser gets it. */
export const toBare = ({ id, start, lengthMinutes }: Slot) => ({
  id,
  startsAt: start.getTime(),
  lengthMinutes,
});

/** The slots in time order. */
export const toRows = (view: DatesView): SlotRow[] =>
  (view.poll?.slots ?? []).map((slot, index) => ({
    ...{ ...toBare(slot), totals: view.totals[index]?.sides ?? [], findings: view.findings[index] ?? [] },
  }));
