import type { SlotTable } from "./slot-table.ts";
import type { Steps } from "./steps.ts";

/**
 * What the rest of a series can come to at best: by number of meetings left and the place from which on they may be,
 * at `left * (size + 1) + from`. Only the least gap is looked at, so that the true rest is never better.
 */
export type Remainders = {
  readonly attendance: Float64Array;
  /** Sum of the people able to attend. */
  readonly able: Float64Array;
  readonly totalBurden: Float64Array;
  /** By zone, all zones of an entry together. */
  readonly burdens: Float64Array;
  /** Start of the last of so many meetings when each is as early as can be. */
  readonly starts: Float64Array;
  /** Smallest rank of an id from a place on; by place only. */
  readonly idRanks: Float64Array;
};

/** What one slot adds, by its place among the eligible slots. */
export type SlotSums = {
  readonly able: Float64Array;
  readonly attendance: Float64Array;
  readonly totalBurden: Float64Array;
};

/** The best rests. `sums` is by place among the eligible slots. */
export function layRemainders(table: SlotTable, steps: Steps, sums: SlotSums): Remainders {
  const { size, places, meetings } = steps;
  const zones = table.zones.length;
  const burdens = new Float64Array((meetings + 1) * (size + 1) * zones);
  for (let zone = 0; zone < zones; zone += 1) {
    const one = Float64Array.from(places, (place) => table.burdens[place * zones + zone] ?? 0);
    bestSums(steps, one, -1).forEach((sum, at) => (burdens[at * zones + zone] = sum));
  }
  const idRanks = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  for (let at = size - 1; at >= 0; at -= 1)
    idRanks[at] = Math.min(idRanks[at + 1] ?? 0, table.idRanks[places[at] ?? 0] ?? 0);
  return {
    attendance: bestSums(steps, sums.attendance, 1),
    able: bestSums(steps, sums.able, 1),
    totalBurden: bestSums(steps, sums.totalBurden, -1),
    ...{ burdens, idRanks, starts: earliestStarts(table, steps) },
  };
}

/** The largest (`sign` 1) or smallest (-1) sums; infinite where so many meetings do not fit. */
function bestSums({ size, meetings, first }: Steps, one: Float64Array, sign: 1 | -1): Float64Array {
  const width = size + 1;
  const sums = new Float64Array((meetings + 1) * width);
  for (let left = 1; left <= meetings; left += 1) {
    let best = sign * Number.NEGATIVE_INFINITY;
    sums[left * width + size] = best;
    for (let at = size - 1; at >= 0; at -= 1) {
      const sum = (one[at] ?? 0) + (sums[(left - 1) * width + (first[at] ?? size)] ?? 0);
      if (sign * sum > sign * best) best = sum;
      sums[left * width + at] = best;
    }
  }
  return sums;
}

function earliestStarts(table: SlotTable, { size, meetings, first, places }: Steps): Float64Array {
  const width = size + 1;
  const starts = new Float64Array((meetings + 1) * width).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < size; at += 1) {
    let place = at;
    for (let left = 1; left <= meetings && place < size; left += 1) {
      starts[left * width + at] = table.starts[places[place] ?? 0] ?? 0;
      place = first[place] ?? size;
    }
  }
  return starts;
}
