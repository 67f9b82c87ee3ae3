import type { Measure } from "./problem.ts";
import type { RankedSeries } from "./ranking.ts";
import type { SlotTable } from "./slot-table.ts";

/** How many bits of a 32-bit word are set. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many of the slots (places in the table) one person is able to attend. */
export function meetingsOf(table: SlotTable, series: readonly number[], person: number): number {
  let able = 0;
  for (const place of series)
    able += ((table.able[place * table.words + (person >>> 5)] ?? 0) >>> (person & 31)) & 1;
  return able;
}

/** What a series bears by zone, in the order of the table's zones, with what was carried over. */
export function burdensByZone(table: SlotTable, series: readonly number[]): number[] {
  const { zones, burdens, carried } = table;
  return zones.map((_, zone) =>
    series.reduce((sum, slot) => sum + (burdens[slot * zones.length + zone] ?? 0), carried[zone] ?? 0),
  );
}

/** A series, given by places in the table, with all its measures. */
export function measureSeries(table: SlotTable, series: readonly number[], reachOf: number): RankedSeries {
  const burdens = burdensByZone(table, series);
  const worst = burdens.reduce((most, burden) => Math.max(most, burden), Number.NEGATIVE_INFINITY);
  const zone = table.zones[burdens.indexOf(worst)];
  return {
    slots: series.map((slot) => table.slots[slot]?.id ?? ""),
    reach: table.people.filter((_, person) => meetingsOf(table, series, person) >= reachOf).length,
    attendance: series.reduce((sum, slot) => sum + (table.attendance[slot] ?? 0), 0),
    worstZone: zone === undefined ? null : { zone, burden: worst },
    totalBurden: burdens.reduce((sum, burden) => sum + burden, 0),
  };
}

/**
 * What series are compared by: numbers of which the first that differs decides, smaller is better. The measures in
 * their order, then the ranks of the ids in time order.
 */
export function keyOf(
  table: SlotTable,
  order: readonly Measure[],
  { series, measured }: { series: readonly number[]; measured: RankedSeries },
): number[] {
  const parts: { readonly [Aim in Measure]: () => number[] } = {
    reach: () => [-measured.reach],
    attendance: () => [-measured.attendance],
    worstZone: () => [measured.worstZone?.burden ?? 0],
    totalBurden: () => [measured.totalBurden],
    earliest: () => series.map((place) => table.starts[place] ?? 0).reverse(),
  };
  return [
    ...order.flatMap((measure) => parts[measure]()),
    ...series.map((place) => table.idRanks[place] ?? 0),
  ];
}

/** Below zero when the series with key `a` is better. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < a.length; place += 1) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
