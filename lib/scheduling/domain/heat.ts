import { addDays, type Day } from "#lib/kernel/day";
import { clockIn, dayIn } from "#lib/kernel/zone";
import type { Slot } from "./poll.ts";
import type { SlotTotal } from "./tally.ts";

/** Highest level of heat; 0 is nobody. */
export const HOTTEST = 9;

/** A slot as a cell of the map. */
export type HeatCell = {
  readonly slotId: string;
  readonly quorate: boolean;
  readonly sides: readonly { readonly letter: string; readonly able: number; readonly level: number }[];
};

/** The slots by week and by the time they begin, both on one clock. A cell holds what begins then, mostly one slot. */
export type HeatMap = {
  /** Days of the week that occur, as days of the first week. */
  readonly weekdays: readonly Day[];
  readonly rows: readonly {
    /** The Monday of the week. */
    readonly monday: Day;
    readonly clock: string;
    /** By day of the week, in the order of `weekdays`. */
    readonly cells: readonly (readonly HeatCell[])[];
  }[];
};

/**
 * Lays the slots out by week and time of a zone. How warm a side's half is says which part of the people of that side
 * can attend, so that a small side glows as brightly as a large one.
 */
export function layHeat(
  slots: readonly Pick<Slot, "id" | "start">[],
  totals: readonly SlotTotal[],
  timeZone: string,
): HeatMap {
  const placed = slots.map((slot, index) => {
    const day = dayIn(slot.start, timeZone);
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    const monday = addDays(day, -weekday);
    return { weekday, monday, clock: clockIn(slot.start, timeZone), cell: toCell(slot.id, totals[index]) };
  });
  const weekdays = [...new Set(placed.map(({ weekday }) => weekday))].sort();
  const rows = new Map<string, { monday: Day; clock: string; cells: HeatCell[][] }>();
  for (const { weekday, monday, clock, cell } of placed) {
    const row = rows.get(`${monday} ${clock}`) ?? { monday, clock, cells: weekdays.map(() => []) };
    rows.set(`${monday} ${clock}`, row);
    row.cells[weekdays.indexOf(weekday)]?.push(cell);
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const first = sorted[0]?.monday;
  return { weekdays: first ? weekdays.map((weekday) => addDays(first, weekday)) : [], rows: sorted };
}

function toCell(slotId: string, total: SlotTotal | undefined): HeatCell {
  return {
    slotId,
    quorate: total?.quorate ?? false,
    sides: (total?.sides ?? []).map(({ letter, able, no, unanswered }) => {
      const people = able + no + unanswered;
      return { letter, able, level: people === 0 ? 0 : Math.ceil((able / people) * HOTTEST) };
    }),
  };
}
