import { compareKeys } from "./measure.ts";
import { type Measure, type SeriesProblem, USUAL_ORDER } from "./problem.ts";
import { ReachCounter } from "./reach-counter.ts";
import { layRemainders, type Remainders, type SlotSums } from "./remainders.ts";
import type { SlotTable } from "./slot-table.ts";
import { ZoneLoads } from "./zone-loads.ts";
import { finisher, nextRange, type Range, type Standing, type Steps, stepTo } from "./steps.ts";

/** A series as places among the eligible slots, with what it is compared by: smaller is better, the first counts most. */
export type FoundSeries = { readonly series: readonly number[]; readonly key: readonly number[] };

/** What a search came to. `open`: a key that no series left out can be better than; null when none was left out. */
export type SearchResult = {
  readonly best: readonly FoundSeries[];
  readonly open: readonly number[] | null;
  /** The measure that each number of a key stands for; null for ids. */
  readonly measures: readonly (Measure | null)[];
};

export type SearchOptions = {
  readonly most: number;
  /** Only series with a smaller key are looked for. */
  readonly below?: readonly number[] | undefined;
  readonly isOver: () => boolean;
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** One number of a key for the path with one more meeting `at` and `left` to come: exact when none are, else at best. */
type Part = (at: number, left: number) => number;

const NODES_PER_LOOK = 256;

/**
 * Branch and bound over the series, first meeting to last. A path is given up as soon as the best that it can still
 * come to, number by number, is not better than the worst of the series kept: then no series that begins with it is.
 */
export class SeriesSearch {
  private readonly steps: Steps;
  private readonly table: SlotTable;
  private readonly rest: Remainders;
  private readonly sums: SlotSums;
  private readonly reach: ReachCounter;
  private readonly parts: readonly Part[];
  private readonly measures: readonly (Measure | null)[];
  private readonly loads: ZoneLoads;
  private readonly usesZones: boolean;
  private readonly usesReach: boolean;
  private readonly isReachFirst: boolean;
  private readonly canFinish: (standing: Standing) => boolean;
  private readonly options: SearchOptions;
  private readonly reachOf: number;
  private readonly path: Int32Array;
  // By depth: what the path comes to so far, and the most that can be reached from it.
  private readonly attendance: Float64Array;
  private readonly able: Float64Array;
  private readonly total: Float64Array;
  private readonly cap: Float64Array;
  private depth = 0;
  private last: Range = { from: 1, to: 0 };
  private isLastCounted = false;
  private best: FoundSeries[] = [];
  private open: readonly number[] | null = null;
  private nodes = 0;
  private isOver = false;

  constructor(
    problem: SeriesProblem,
    { table, steps }: { table: SlotTable; steps: Steps },
    options: SearchOptions,
  ) {
    const { meetings, places } = steps;
    this.steps = steps;
    this.table = table;
    this.options = options;
    this.reachOf = problem.rules.reachOf;
    this.reach = new ReachCounter(table, steps, this.reachOf);
    const zones = table.zones.length;
    this.sums = {
      able: Float64Array.from(this.reach.countAble()),
      attendance: Float64Array.from(places, (place) => table.attendance[place] ?? 0),
      totalBurden: Float64Array.from(places, (place) =>
        table.burdens.subarray(place * zones, (place + 1) * zones).reduce((sum, burden) => sum + burden, 0),
      ),
    };
    this.rest = layRemainders(table, steps, this.sums);
    this.canFinish = finisher(steps);
    this.path = new Int32Array(meetings);
    this.attendance = new Float64Array(meetings + 1);
    this.able = new Float64Array(meetings + 1);
    this.total = new Float64Array(meetings + 1);
    this.cap = new Float64Array(meetings + 1);
    this.loads = new ZoneLoads(table, steps, this.rest);
    this.total[0] = table.carried.reduce((sum, burden) => sum + burden, 0);
    const order = problem.order ?? USUAL_ORDER;
    this.usesZones = order.includes("worstZone");
    this.usesReach = order.includes("reach");
    this.isReachFirst = order[0] === "reach";
    ({ parts: this.parts, measures: this.measures } = this.layParts(order));
  }

  /** Searches until all is known or the time is over. */
  run(): SearchResult {
    const root: Standing = { last: -1, inWeek: 0, left: this.steps.meetings };
    if (this.canFinish(root)) this.visit(root);
    return { best: this.best, open: this.open, measures: this.measures };
  }

  private visit(standing: Standing): void {
    const range = nextRange(this.steps, standing);
    if (range.from > range.to) return;
    this.prepare(standing.left, range.from);
    if (standing.left === 1) return this.finish(range);
    if (this.depth === 0) return this.visitBestFirst(standing, range);
    for (let at = range.from; at <= range.to; at += 1)
      if (this.mayBeBetter(at, standing.left - 1)) this.descend(standing, at);
  }

  /** Works out what all next meetings of the path in hand have in common. */
  private prepare(left: number, from: number): void {
    this.nodes += 1;
    if (this.nodes % NODES_PER_LOOK === 0 && !this.isOver) this.isOver = this.options.isOver();
    this.loads.begin(left);
    if (!this.usesReach || left === 1) return;
    if (left === 2) this.reach.countLastTwo(this.depth, from);
    else this.cap[this.depth] = this.reach.cap(this.depth);
  }

  /** The most promising first meetings first: good series are found early, and the rest is given up at a glance. */
  private visitBestFirst(standing: Standing, { from, to }: Range): void {
    const children = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      .map((at) => ({ at, key: this.keyOf(at, standing.left - 1) }))
      .sort((a, b) => compareKeys(a.key, b.key));
    children.forEach(({ at, key }, index) => {
      this.options.onProgress?.(index / children.length);
      const worst = this.worstKept();
      if (!worst || compareKeys(key, worst) < 0) this.descend(standing, at);
    });
  }

  private descend(standing: Standing, at: number): void {
    const next = stepTo(this.steps, standing, at);
    if (!this.canFinish(next)) return;
    if (this.isOver) return this.leaveOut(this.keyOf(at, next.left));
    this.push(at);
    this.visit(next);
    this.depth -= 1;
  }

  private push(at: number): void {
    const { depth } = this;
    this.path[depth] = at;
    addUp(this.attendance, depth, this.sums.attendance[at]);
    addUp(this.able, depth, this.sums.able[at]);
    addUp(this.total, depth, this.sums.totalBurden[at]);
    if (this.usesZones) this.loads.push(depth, at);
    if (this.usesReach) this.reach.push(depth, at);
    this.depth += 1;
  }

  private finish(range: Range): void {
    this.last = range;
    this.isLastCounted = false;
    const worst = this.worstKept();
    if (this.isReachFirst && worst && -this.countLast() > (worst[0] ?? 0)) return;
    for (let at = range.from; at <= range.to; at += 1) if (this.mayBeBetter(at, 0)) this.keep(at);
  }

  private countLast(): number {
    this.isLastCounted = true;
    return this.reach.countLast(this.depth, this.last);
  }

  private keep(at: number): void {
    const series = [...this.path.subarray(0, this.depth), at];
    const key = this.keyOf(at, 0);
    let place = this.best.length;
    while (place > 0 && compareKeys(key, this.best[place - 1]?.key ?? []) < 0) place -= 1;
    this.best.splice(place, 0, { series, key });
    if (this.best.length > this.options.most) this.best.pop();
  }

  private leaveOut(key: readonly number[]): void {
    if (!this.open || compareKeys(key, this.open) < 0) this.open = key;
  }

  private worstKept(): readonly number[] | undefined {
    return this.best[this.options.most - 1]?.key ?? this.options.below;
  }

  private keyOf(at: number, left: number): number[] {
    return this.parts.map((part) => part(at, left));
  }

  private mayBeBetter(at: number, left: number): boolean {
    const worst = this.worstKept();
    if (!worst) return true;
    for (let place = 0; place < this.parts.length; place += 1) {
      const difference = (this.parts[place]?.(at, left) ?? 0) - (worst[place] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  private layParts(order: readonly Measure[]): { parts: Part[]; measures: (Measure | null)[] } {
    const laid = order.flatMap((measure) => this.partsOf(measure).map((part) => ({ measure, part })));
    const ids = Array.from({ length: this.steps.meetings }, (_, meeting) => this.idPart(meeting));
    return {
      parts: [...laid.map(({ part }) => part), ...ids],
      measures: [...laid.map(({ measure }) => measure), ...ids.map(() => null)],
    };
  }

  private partsOf(measure: Measure): Part[] {
    const { sums, rest } = this;
    const width = this.steps.size + 1;
    const after = (at: number, left: number) => left * width + (left > 0 ? (this.steps.first[at] ?? 0) : 0);
    if (measure === "attendance")
      return [
        (at, left) =>
          -(this.attendance[this.depth] ?? 0) -
          (sums.attendance[at] ?? 0) -
          (rest.attendance[after(at, left)] ?? 0),
      ];
    if (measure === "totalBurden")
      return [
        (at, left) =>
          (this.total[this.depth] ?? 0) +
          (sums.totalBurden[at] ?? 0) +
          (rest.totalBurden[after(at, left)] ?? 0),
      ];
    if (measure === "worstZone") return [(at, left) => this.loads.worst(this.depth, at, left)];
    if (measure === "reach") return [(at, left) => -this.mostReached(at, left)];
    return Array.from({ length: this.steps.meetings }, (_, back) =>
      this.startPart(this.steps.meetings - 1 - back),
    );
  }

  private mostReached(at: number, left: number): number {
    if (left === 0) {
      if (!this.isLastCounted) this.countLast();
      return this.reach.reachWith(at);
    }
    if (left === 1) return this.reach.mostWith(at);
    const cap = this.cap[this.depth] ?? 0;
    if (this.reachOf === 0) return cap;
    const rest = this.rest.able[left * (this.steps.size + 1) + (this.steps.first[at] ?? 0)] ?? 0;
    return Math.min(
      cap,
      Math.floor(((this.able[this.depth] ?? 0) + (this.sums.able[at] ?? 0) + rest) / this.reachOf),
    );
  }

  /** The start of one meeting of the series. */
  private startPart(meeting: number): Part {
    const { places, size, first } = this.steps;
    const startOf = (at: number) => this.table.starts[places[at] ?? 0] ?? 0;
    return (at) => {
      if (meeting < this.depth) return startOf(this.path[meeting] ?? 0);
      if (meeting === this.depth) return startOf(at);
      return this.rest.starts[(meeting - this.depth) * (size + 1) + (first[at] ?? size)] ?? 0;
    };
  }

  /** The rank of the id of one meeting of the series. */
  private idPart(meeting: number): Part {
    const { places, size, first } = this.steps;
    const rankOf = (at: number) => this.table.idRanks[places[at] ?? 0] ?? 0;
    return (at) => {
      if (meeting < this.depth) return rankOf(this.path[meeting] ?? 0);
      return meeting === this.depth ? rankOf(at) : (this.rest.idRanks[first[at] ?? size] ?? 0);
    };
  }
}

function addUp(sums: Float64Array, depth: number, amount = 0): void {
  sums[depth + 1] = (sums[depth] ?? 0) + amount;
}
