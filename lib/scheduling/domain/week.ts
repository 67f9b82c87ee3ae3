import { addDays, type Day } from "#lib/kernel/day";
import { addMinutes } from "#lib/kernel/interval";
import { clockIn, dayIn, instantOf } from "#lib/kernel/zone";
import { clockOf, isoWeekday } from "./generate-slots.ts";
import type { Wish } from "./offer.ts";

/** Half an hour of a week as a zone's clock shows it. */
export type WeekCell = {
  readonly day: Day;
  readonly clock: string;
  readonly start: Date;
  /** The start of the cell below: later than half an hour when clocks go back in between. */
  readonly end: Date;
  /** False for a time that clocks skip on this day. */
  readonly exists: boolean;
};

/** Where a cell stands: rows are half hours from midnight, columns days from Monday. */
export type CellPlace = { readonly row: number; readonly column: number };

export const ROWS = 48;
export const COLUMNS = 7;
const CELL_MINUTES = 30;
const LONGEST_MINUTES = 480;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - isoWeekday(day));

/** The week from a Monday on, row by row. */
export function weekCells(monday: Day, timeZone: string): WeekCell[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (__, column) => cellAt(addDays(monday, column), row, timeZone)),
  );
}

function cellAt(day: Day, row: number, timeZone: string): WeekCell {
  const clock = clockOf(row * CELL_MINUTES);
  const start = instantOf(day, clock, timeZone);
  const exists = dayIn(start, timeZone) === day && clockIn(start, timeZone) === clock;
  const next =
    row + 1 < ROWS
      ? instantOf(day, clockOf((row + 1) * CELL_MINUTES), timeZone)
      : instantOf(addDays(day, 1), "00:00", timeZone);
  return { day, clock, start, end: exists ? next : start, exists };
}

/** A drawn rectangle, from the cell where it began to the one where it ended. */
export type Drawn = { readonly from: CellPlace; readonly to: CellPlace };

/**
 * The slots that a drawn rectangle means: on each of its days the same hours. One cell alone means a slot of the usual
 * length from there on. None is longer than 8 hours; one that would begin at a skipped time is left out.
 */
export function drawnWishes(
  cells: readonly (readonly WeekCell[])[],
  { from, to }: Drawn,
  usual: { readonly timeZone: string; readonly lengthMinutes: number },
): Wish[] {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [first, last] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const drawnMinutes = Math.min(LONGEST_MINUTES, (bottom - top + 1) * CELL_MINUTES);
  const lengthMinutes = top === bottom ? usual.lengthMinutes : drawnMinutes;
  return (cells[top] ?? [])
    .slice(first, last + 1)
    .filter(({ exists }) => exists)
    .map(({ day, clock }) => ({ day, clock, timeZone: usual.timeZone, lengthMinutes }));
}

/** Whether a cell lies in a drawn rectangle. */
export const isDrawn = ({ from, to }: Drawn, { row, column }: CellPlace): boolean =>
  row >= Math.min(from.row, to.row) &&
  row <= Math.max(from.row, to.row) &&
  column >= Math.min(from.column, to.column) &&
  column <= Math.max(from.column, to.column);

/** Whether a slot covers part of a cell, and whether it begins there. */
export function coverage(
  cell: WeekCell,
  { startsAt, lengthMinutes }: { readonly startsAt: number; readonly lengthMinutes: number },
): "none" | "start" | "inside" {
  const start = new Date(startsAt);
  if (!(start < cell.end && cell.start < addMinutes(start, lengthMinutes))) return "none";
  return start >= cell.start ? "start" : "inside";
}
