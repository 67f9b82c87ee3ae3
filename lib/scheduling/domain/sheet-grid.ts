import type { SheetDay, SheetSlot, SheetTimes } from "./sheet.ts";

type Timed = SheetSlot & SheetTimes;

/** One time of day that slots of several days share. */
export type SheetColumn = {
  readonly from: string;
  readonly to: string;
  /** What the clocks of the zones beside show; several times where a clock change lies between the days. */
  readonly beside: readonly { readonly place: string; readonly times: readonly string[] }[];
};

/** The sheet as a table: a row a day. `columns` is null when slots stand in their order and carry their own times. */
export type SheetGrid = {
  readonly columns: readonly SheetColumn[] | null;
  readonly rows: readonly (readonly (Timed | null)[])[];
};

/** A table of times may be this many times larger than it has slots, unless it is a narrow one. */
const MOST_EMPTY = 2.5;
const NARROW = 4;

/**
 * Days in rows and times of day in columns, the earliest first; a place without a slot is null.
 *
 * Where most places would be empty, because the days share few times, the slots of each day stand one after the other
 * and the columns mean nothing. All rows are equally long.
 */
export function layOut(days: readonly SheetDay[]): SheetGrid {
  const keys = new Map<string, Timed[]>();
  for (const slot of days.flatMap(({ slots }) => slots)) {
    const key = keyOf(slot);
    keys.set(key, [...(keys.get(key) ?? []), slot]);
  }
  const count = days.reduce((sum, { slots }) => sum + slots.length, 0);
  const longest = Math.max(0, ...days.map(({ slots }) => slots.length));
  const twice = days.some(({ slots }) => new Set(slots.map(keyOf)).size < slots.length);
  if (twice || (keys.size > NARROW && keys.size * days.length > MOST_EMPTY * count)) {
    const rows = days.map(({ slots }) => Array.from({ length: longest }, (_, index) => slots[index] ?? null));
    return { columns: null, rows };
  }
  const order = [...keys].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = days.map(({ slots }) => {
    const byKey = new Map(slots.map((slot) => [keyOf(slot), slot]));
    return order.map(([key]) => byKey.get(key) ?? null);
  });
  return { columns: order.map(([, slots]) => toColumn(slots)), rows };
}

function toColumn(slots: readonly Timed[]): SheetColumn {
  const [first] = slots;
  const places = first?.beside.map(({ place }) => place) ?? [];
  return {
    from: first?.from ?? "",
    to: first?.to ?? "",
    beside: places.map((place) => ({
      place,
      times: [
        ...new Set(slots.flatMap(({ beside }) => beside.find((other) => other.place === place)?.time ?? [])),
      ],
    })),
  };
}

/** Sorts by the wall clock, also when it is written with twelve hours. */
function keyOf({ from, to, order, lengthMinutes }: Timed): string {
  return `${String(order).padStart(4, "0")} ${String(lengthMinutes).padStart(4, "0")} ${from} ${to}`;
}

/** A place in the table. */
export type Place = { readonly row: number; readonly column: number };

export type Move = "up" | "down" | "left" | "right" | "rowStart" | "rowEnd" | "start" | "end";

const STEPS = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;

/** Where a move leads: past empty places to the next slot, or the same place when there is none. */
export function movePlace(rows: SheetGrid["rows"], from: Place, move: Move): Place {
  if (move === "start" || move === "end") return edge(rows, move);
  if (move === "rowStart" || move === "rowEnd") return rowEdge(rows, from, move);
  const [down, right] = STEPS[move];
  for (
    let place = { row: from.row + down, column: from.column + right };
    rows[place.row]?.[place.column] !== undefined;
    place = { row: place.row + down, column: place.column + right }
  )
    if (rows[place.row]?.[place.column]) return place;
  return from;
}

function rowEdge(rows: SheetGrid["rows"], from: Place, move: "rowStart" | "rowEnd"): Place {
  const row = rows[from.row] ?? [];
  const is = (slot: Timed | null) => slot !== null;
  const column = move === "rowStart" ? row.findIndex(is) : row.findLastIndex(is);
  return column < 0 ? from : { row: from.row, column };
}

function edge(rows: SheetGrid["rows"], move: "start" | "end"): Place {
  const places = rows.flatMap((row, at) =>
    row.flatMap((slot, column) => (slot ? [{ row: at, column }] : [])),
  );
  return places.at(move === "start" ? 0 : -1) ?? { row: 0, column: 0 };
}

/** The slots in the rectangle between two places, both included. */
export function slotsBetween(rows: SheetGrid["rows"], a: Place, b: Place): Timed[] {
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  const [first, last] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
  return rows
    .slice(top, bottom + 1)
    .flatMap((row) => row.slice(first, last + 1).flatMap((slot) => slot ?? []));
}

/** Where a slot stands, or null. */
export function placeOfSlot(rows: SheetGrid["rows"], id: string): Place | null {
  for (const [row, slots] of rows.entries()) {
    const column = slots.findIndex((slot) => slot?.id === id);
    if (column >= 0) return { row, column };
  }
  return null;
}
