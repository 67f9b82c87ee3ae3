import { clockOfMinute, type HoursOfDay, touchesHours } from "#lib/kernel/hours";
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
  /** People who are able to attend a meeting that is partly in the night for them, and from when to when that is. */
  readonly atNight: number;
  readonly night: { readonly from: string; readonly to: string };
  /** In milliseconds, in time order. */
  readonly starts: readonly number[];
};

/** Describes series, each given by its slot ids; ids that are not offered are left out. */
export function describeSeries(
  problem: SeriesProblem,
  series: readonly (readonly string[])[],
  night: HoursOfDay,
): SeriesDescription[] {
  const table = layOut(problem);
  const places = new Map(table.slots.map(({ id }, place) => [id, place]));
  return series.map((ids) =>
    describe(problem, table, {
      series: ids.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b),
      night,
    }),
  );
}

type Nights = { readonly series: readonly number[]; readonly night: HoursOfDay };

function describe(problem: SeriesProblem, table: SlotTable, { series, night }: Nights): SeriesDescription {
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
    atNight: countAtNight(table, { series, night }),
    night: { from: clockOfMinute(night.from), to: clockOfMinute(night.to) },
    starts: series.map((place) => table.starts[place] ?? 0),
  };
}

function countAtNight(table: SlotTable, { series, night }: Nights): number {
  const isAtNight = (place: number, zone: string) => touchesHours(spanOf(table, place), zone, night);
  const nightly = new Map(
    table.zones.map((zone) => [zone, series.filter((place) => isAtNight(place, zone))]),
  );
  return table.people.filter(({ zone }, person) => meetingsOf(table, nightly.get(zone) ?? [], person) > 0)
    .length;
}

const spanOf = ({ starts, ends }: SlotTable, place: number) => ({
  start: new Date(starts[place] ?? 0),
  end: new Date(ends[place] ?? 0),
});
