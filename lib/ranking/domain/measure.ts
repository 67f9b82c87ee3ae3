import type { Measure } from "./problem.ts";
import type { RankedSeries } from "./ranking.ts";
import type { SlotTable } from "./slot-table.ts";

/** How many bits of a 32-bit word are set. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many people are able to attend at least `reachOf` of the slots (places in the table). */
export function reachOf(table: SlotTable, series: readonly number[], reachOf: number): number {
  let reach = 0;
  for (let person = 0; person < table.people.length; person += 1) {
    let able = 0;
    for (const slot of series)
      able += ((table.able[slot * table.words + (person >>> 5)] ?? 0) >>> (person & 31)) & 1;
    if (able >= reachOf) reach += 1;
  }
  return reach;
}

/** What a series bears by zone, in the order of the table's zones, with what was carried over. */
export function burdensByZone(table: SlotTable, series: readonly number[]): number[] {
  const { zones, burdens, carried } = table;
  return zones.map((_, zone) =>
    series.reduce((sum, slot) => sum + (burdens[slot * zones.length + zone] ?? 0), carried[zone] ?? 0),
  );
}

/** A series, given by places in the table, with all its measures. */
export function measureSeries(
  table: SlotTable,
  series: readonly number[],
  reachOfMeetings: number,
): RankedSeries {
  const burdens = burdensByZone(table, series);
  const worst = burdens.reduce((most, burden) => Math.max(most, burden), Number.NEGATIVE_INFINITY);
  const zone = table.zones[burdens.indexOf(worst)];
  return {
    slots: series.map((slot) => table.slots[slot]?.id ?? ""),
    reach: reachOf(table, series, reachOfMeetings),
    attendance: series.reduce((sum, slot) => sum + (table.attendance[slot] ?? 0), 0),
    worstZone: zone === undefined ? null : { zone, burden: worst },
    totalBurden: burdens.reduce((sum, burden) => sum + burden, 0),
  };
}

/** A series with its starts in milliseconds. */
export type TimedSeries = RankedSeries & { readonly starts: readonly number[] };

/** Below zero when `a` is better than `b` in a measure, zero when they are equal. */
export function compareMeasure(measure: Measure, a: TimedSeries, b: TimedSeries): number {
  if (measure === "earliest") return compareStarts(a.starts, b.starts);
  if (measure === "totalBurden") return a.totalBurden - b.totalBurden;
  if (measure === "worstZone") return worstBurden(a) - worstBurden(b);
  return b[measure] - a[measure];
}

const worstBurden = ({ worstZone }: RankedSeries) => worstZone?.burden ?? 0;

function compareStarts(a: readonly number[], b: readonly number[]): number {
  const place = a.findLastIndex((start, at) => start !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
