import type { SlotTable } from "./slot-table.ts";
import type { Remainders } from "./remainders.ts";
import type { Steps } from "./steps.ts";

/**
 * Keeps, along the path of a search, what each zone bears, and tells what the worst zone comes to.
 *
 * Many slots cost all zones the same, such as those at one hour of the day: they form one kind, and what a kind adds
 * is worked out once for each path.
 */
export class ZoneLoads {
  private readonly zones: number;
  private readonly after: Remainders["burdens"];
  private readonly steps: Steps;
  /** By depth and zone. */
  private readonly loads: Float64Array;
  /** By slot: which kind. */
  private readonly kinds: Int32Array;
  /** By kind and zone. */
  private readonly kindLoads: Float64Array;
  private readonly kindCount: number;
  // By kind, for the path in hand: the worst zone with one slot of the kind, and with one more of any kind after it.
  private readonly withOne: Float64Array;
  private readonly withTwo: Float64Array;
  private readonly sum: Float64Array;

  constructor(table: SlotTable, steps: Steps, rest: Remainders) {
    this.zones = table.zones.length;
    this.steps = steps;
    this.after = rest.burdens;
    this.loads = new Float64Array((steps.meetings + 1) * this.zones);
    this.loads.set(table.carried);
    const known = new Map<string, number>();
    const loads: number[] = [];
    this.kinds = Int32Array.from(steps.places, (place) => {
      const load = table.burdens.subarray(place * this.zones, (place + 1) * this.zones);
      const name = load.join();
      const kind = known.get(name) ?? known.size;
      if (!known.has(name)) loads.push(...load);
      known.set(name, kind);
      return kind;
    });
    this.kindCount = known.size;
    this.kindLoads = Float64Array.from(loads);
    this.withOne = new Float64Array(this.kindCount);
    this.withTwo = new Float64Array(this.kindCount);
    this.sum = new Float64Array(this.zones);
  }

  /** Adds the meeting at a place to a path of `depth` meetings. */
  push(depth: number, at: number): void {
    const { zones, loads, kindLoads } = this;
    const kind = (this.kinds[at] ?? 0) * zones;
    for (let zone = 0, from = depth * zones; zone < zones; zone += 1, from += 1)
      loads[from + zones] = (loads[from] ?? 0) + (kindLoads[kind + zone] ?? 0);
  }

  /** Forgets what was worked out for another path with as many meetings to come, 1 or 2. */
  begin(left: number): void {
    if (left === 1) this.withOne.fill(Number.NaN);
    if (left === 2) this.withTwo.fill(Number.NaN);
  }

  /** The worst zone of a path with one more meeting, and `left` to come: exact when none are, else at best. */
  worst(depth: number, at: number, left: number): number {
    if (this.zones === 0) return 0;
    const kind = this.kinds[at] ?? 0;
    this.sum.set(this.loads.subarray(depth * this.zones, (depth + 1) * this.zones));
    const rest = (left * (this.steps.size + 1) + (this.steps.first[at] ?? 0)) * this.zones;
    if (left > 1) return this.worstWith(kind, this.after.subarray(rest, rest + this.zones));
    const known = left === 0 ? this.withOne : this.withTwo;
    let worst = known[kind] ?? 0;
    if (Number.isNaN(worst))
      known[kind] = worst = left === 0 ? this.worstWith(kind, null) : this.leastWith(kind);
    return worst;
  }

  private worstWith(kind: number, rest: Float64Array | null): number {
    let worst = Number.NEGATIVE_INFINITY;
    for (let zone = 0; zone < this.zones; zone += 1) {
      const load =
        (this.sum[zone] ?? 0) + (this.kindLoads[kind * this.zones + zone] ?? 0) + (rest?.[zone] ?? 0);
      if (load > worst) worst = load;
    }
    return worst;
  }

  private leastWith(kind: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < this.kindCount; other += 1) {
      const from = other * this.zones;
      least = Math.min(least, this.worstWith(kind, this.kindLoads.subarray(from, from + this.zones)));
    }
    return least;
  }
}
