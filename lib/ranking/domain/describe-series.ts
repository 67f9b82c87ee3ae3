import { minuteOfDayIn } from "#lib/kernel/zone";
import { countAble, countIn } from "./eligible-slots.ts";
import { burdensByZone, measureSeries, meetingsOf } from "./measure.ts";
import type { SeriesProblem } from "./problem.ts";
import type { RankedSeries } from "./ranking.ts";
import { layOut, type SlotTable } from "./slot-table.ts";

/** What a series means for one side. */
export type SideShare = {
  readonly side: string;
  readonly people: number;
  /** Able to attend at least `reachOf` meetings. */
  readonly reached: number;
  /** By meeting, in time order: how many are able to attend. */
  readonly able: readonly number[];
  /** Over all meetings: 2 for each yes, 1 for each if need be. */
  readonly attendance: number;
};

/** What a series means for one zone. */
export type ZoneShare = {
  readonly zone: string;
  readonly people: number;
  /** With what earlier series left. */
  readonly burden: number;
  readonly carried: number;
};

/** A series in all that co-chairs hold against another one. */
export type SeriesDescription = RankedSeries & {
  readonly sides: readonly SideShare[];
  readonly zones: readonly ZoneShare[];
  /** People who are able to attend a meeting that is partly between 23:00 and 08:00 for them. */
  readonly atNight: number;
  /** In milliseconds, in time order. */
  readonly starts: readonly number[];
};

const NIGHT_ENDS = 8 * 60;
const NIGHT_BEGINS = 23 * 60;

/** Describes series, each given by its slot ids; ids that are not offered are left out. */
export function describeSeries(
  problem: SeriesProblem,
  series: readonly (readonly string[])[],
): SeriesDescription[] {
  const table = layOut(problem);
  const places = new Map(table.slots.map(({ id }, place) => [id, place]));
  return series.map((ids) =>
    describe(
      problem,
      table,
      ids.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b),
    ),
  );
}

function describe(problem: SeriesProblem, table: SlotTable, series: readonly number[]): SeriesDescription {
  const burdens = burdensByZone(table, series);
  const { reachOf } = problem.rules;
  const reached = table.people.map((_, person) => meetingsOf(table, series, person) >= reachOf);
  return {
    ...measureSeries(table, series, reachOf),
    sides: [...table.sides].map(([side, members]) => ({
      side,
      people: table.people.filter((person) => person.side === side).length,
      reached: table.people.filter((person, at) => person.side === side && reached[at]).length,
      able: series.map((place) => countAble(table, place, members)),
      attendance: series.reduce(
        (sum, place) =>
          sum + countAble(table, place, members) + countIn(table, table.sure, { place, members }),
        0,
      ),
    })),
    zones: table.zones.map((zone, at) => ({
      ...{ zone, burden: burdens[at] ?? 0, carried: table.carried[at] ?? 0 },
      people: table.people.filter((person) => person.zone === zone).length,
    })),
    atNight: countAtNight(table, series),
    starts: series.map((place) => table.starts[place] ?? 0),
  };
}

function countAtNight(table: SlotTable, series: readonly number[]): number {
  const nightly = new Map(
    table.zones.map((zone) => [zone, series.filter((place) => isAtNight(table, place, zone))]),
  );
  return table.people.filter(({ zone }, person) => meetingsOf(table, nightly.get(zone) ?? [], person) > 0)
    .length;
}

function isAtNight(table: SlotTable, place: number, zone: string): boolean {
  const slot = table.slots[place];
  if (!slot) return false;
  const from = minuteOfDayIn(slot.startsAt, zone);
  return from < NIGHT_ENDS || from + slot.lengthMinutes > NIGHT_BEGINS;
}
