import { newBitCounter } from "./bit-counter.ts";
import { countBits } from "./measure.ts";
import type { SlotTable } from "./slot-table.ts";
import type { Range, Steps } from "./steps.ts";

/**
 * Keeps, along the path of a search, who is able to attend at least 1, 2, … `reachOf` of the meetings so far, and
 * counts from it what the reach becomes.
 *
 * Depth is the number of meetings so far. All places are among the eligible slots.
 */
export class ReachCounter {
  private readonly words: number;
  private readonly size: number;
  private readonly meetings: number;
  private readonly needed: number;
  private readonly first: Int32Array;
  private readonly counter;
  /** Sets by depth and by least number of meetings, 0 (everybody) to `needed`. */
  private readonly levels: Uint32Array[][];
  /** Reached already, before the last meeting and before the last two. */
  private reached = 0;
  private reachedBeforeTwo = 0;
  private readonly one: Int32Array;
  private readonly both: Int32Array;
  private readonly mostOne: Int32Array;
  private readonly mostBoth: Int32Array;
  private readonly mostSum: Int32Array;
  private oneCount = 0;

  constructor(table: SlotTable, steps: Steps, reachOf: number) {
    this.words = table.words;
    this.size = steps.size;
    this.meetings = steps.meetings;
    this.first = steps.first;
    this.needed = Math.min(reachOf, steps.meetings + 1);
    this.counter = newBitCounter(steps.size, this.words);
    steps.places.forEach((place, at) =>
      this.counter.sets.set(
        table.able.subarray(place * this.words, (place + 1) * this.words),
        at * this.words,
      ),
    );
    const everybody = new Uint32Array(this.words);
    table.people.forEach(
      (_, index) => (everybody[index >>> 5] = (everybody[index >>> 5] ?? 0) | (1 << (index & 31))),
    );
    this.levels = Array.from({ length: steps.meetings + 1 }, () =>
      Array.from({ length: this.needed + 1 }, (_, level) =>
        level === 0 ? everybody : new Uint32Array(this.words),
      ),
    );
    this.one = new Int32Array(steps.size);
    this.both = new Int32Array(steps.size);
    this.mostOne = new Int32Array(steps.size + 1);
    this.mostBoth = new Int32Array(steps.size + 1);
    this.mostSum = new Int32Array(steps.size + 1);
  }

  /** How many are able to attend a slot. */
  countAble(): Int32Array {
    this.counter.mask.fill(0xffffffff);
    this.count(0);
    return this.counter.counts.slice();
  }

  /** Adds the meeting at a place to a path of `depth` meetings. */
  push(depth: number, at: number): void {
    const lowest = Math.max(1, this.needed - (this.meetings - depth - 1));
    for (let level = this.needed; level >= lowest; level -= 1) {
      const [had, less] = [this.level(depth, level), this.level(depth, level - 1)];
      const has = this.level(depth + 1, level);
      for (let word = 0, from = at * this.words; word < this.words; word += 1)
        has[word] = (had[word] ?? 0) | ((less[word] ?? 0) & (this.counter.sets[from + word] ?? 0));
    }
  }

  /** More people than this cannot be reached from a path of `depth` meetings. */
  cap(depth: number): number {
    const set = this.levels[depth]?.[Math.max(0, this.needed - (this.meetings - depth))];
    return set ? countSet(set) : 0;
  }

  /** Prepares {@link reachWith} for the last meeting after a path; gives the largest reach of all places. */
  countLast(depth: number, { from, to }: Range): number {
    this.reached = countSet(this.level(depth, this.needed));
    this.maskBetween(depth, this.needed);
    return this.reached + this.counter.count(from, to);
  }

  /** The reach with the last meeting at this place. */
  reachWith(at: number): number {
    return this.reached + (this.counter.counts[at] ?? 0);
  }

  /** Prepares {@link mostWith} for the last but one meeting after a path, at or after a place. */
  countLastTwo(depth: number, from: number): void {
    this.reachedBeforeTwo = countSet(this.level(depth, this.needed));
    this.oneCount = this.countBetween({ depth, level: this.needed, from }, this.one);
    this.countBetween({ depth, level: this.needed - 1, from }, this.both);
    for (let at = this.size - 1; at >= from; at -= 1) {
      const [one, both] = [this.one[at] ?? 0, this.both[at] ?? 0];
      this.mostOne[at] = Math.max(this.mostOne[at + 1] ?? 0, one);
      this.mostBoth[at] = Math.max(this.mostBoth[at + 1] ?? 0, both);
      this.mostSum[at] = Math.max(this.mostSum[at + 1] ?? 0, 2 * one + both);
    }
  }

  /** At most this many are reached with the last but one meeting at this place, whatever the last one. */
  mostWith(at: number): number {
    const next = this.first[at] ?? this.size;
    const [one, both] = [this.one[at] ?? 0, this.both[at] ?? 0];
    const bySets =
      Math.min(this.oneCount - one, this.mostOne[next] ?? 0) + Math.min(both, this.mostBoth[next] ?? 0) + one;
    const bySums = (2 * one + both + (this.mostSum[next] ?? 0)) >> 1;
    return this.reachedBeforeTwo + Math.min(bySets, bySums);
  }

  private count(from: number): void {
    if (from < this.size) this.counter.count(from, this.size - 1);
  }

  private level(depth: number, level: number): Uint32Array {
    return this.levels[depth]?.[level] ?? new Uint32Array(this.words);
  }

  /** Those who lack exactly one meeting to a level become the mask; gives their number. */
  private maskBetween(depth: number, level: number): number {
    const { mask } = this.counter;
    if (level < 1) mask.fill(0);
    if (level < 1) return 0;
    const [lower, upper] = [this.level(depth, level - 1), this.level(depth, level)];
    for (let word = 0; word < this.words; word += 1) mask[word] = (lower[word] ?? 0) & ~(upper[word] ?? 0);
    return countSet(mask);
  }

  private countBetween(
    { depth, level, from }: { depth: number; level: number; from: number },
    into: Int32Array,
  ): number {
    const people = this.maskBetween(depth, level);
    this.count(from);
    into.set(this.counter.counts.subarray(from), from);
    return people;
  }
}

function countSet(set: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < set.length; word += 1) count += countBits(set[word] ?? 0);
  return count;
}
