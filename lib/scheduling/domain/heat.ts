import type { Day } from "#lib/kernel/day";
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

/** The slots by day and by the time they begin, both on one clock. A cell holds what begins then, mostly one slot. */
export type HeatMap = {
  readonly clocks: readonly string[];
  readonly rows: readonly { readonly day: Day; readonly cells: readonly (readonly HeatCell[])[] }[];
};

/**
 * Lays the slots out by day and time of a zone. How warm a side's half is says which part of the people of that side
 * can attend, so that a small side glows as brightly as a large one.
 */
export function layHeat(
  slots: readonly Pick<Slot, "id" | "start">[],
  totals: readonly SlotTotal[],
  timeZone: string,
): HeatMap {
  const placed = slots.map((slot, index) => ({
    day: dayIn(slot.start, timeZone),
    clock: clockIn(slot.start, timeZone),
    cell: toCell(slot.id, totals[index]),
  }));
  const clocks = [...new Set(placed.map(({ clock }) => clock))].sort();
  const days = new Map<Day, HeatCell[][]>();
  for (const { day, clock, cell } of placed) {
    const cells = days.get(day) ?? clocks.map(() => []);
    days.set(day, cells);
    cells[clocks.indexOf(clock)]?.push(cell);
  }
  const rows = [...days].map(([day, cells]) => ({ day, cells })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return { clocks, rows };
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
