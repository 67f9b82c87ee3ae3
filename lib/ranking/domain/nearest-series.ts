import { brokenRules } from "./broken-rules.ts";
import { rulesBrokenBy } from "./eligible-slots.ts";
import type { SeriesProblem } from "./problem.ts";
import type { BrokenRule, NearestSeries } from "./ranking.ts";
import { smallestChanges } from "./smallest-changes.ts";
import type { SlotTable } from "./slot-table.ts";

const DAY = 86_400_000;

/**
 * The series that breaks the fewest rules; of several the one that breaks them by least (people and days missing,
 * added up), then the one with the larger attendance. All slots, when fewer are offered than there are meetings.
 */
export function nearestSeries(problem: SeriesProblem, table: SlotTable): NearestSeries {
  const series =
    table.slots.length <= problem.rules.meetings
      ? [...table.slots.keys()]
      : new NearestSearch(problem, table).run();
  return {
    slots: series.map((place) => table.slots[place]?.id ?? ""),
    broken: brokenRules(problem, table, series),
    changes: smallestChanges(problem, table),
  };
}

/** How much a series breaks: a rule broken weighs more than all that rules are broken by. */
const ONE_RULE = 1e6;

const amountOf = (broken: BrokenRule) => (broken.rule === "quorum" ? broken.needed - broken.able : 1);

const costOf = (broken: readonly BrokenRule[]) =>
  broken.reduce((sum, rule) => sum + ONE_RULE + amountOf(rule), 0);

/** The least that the rest of a series can break after a meeting, and the next meeting with which it does. */
type Rest = { readonly cost: number; readonly attendance: number; readonly next: number };

const END: Rest = { cost: 0, attendance: 0, next: -1 };
const NONE: Rest = { cost: Number.POSITIVE_INFINITY, attendance: 0, next: -1 };

const better = (a: Rest, b: Rest) =>
  b.cost < a.cost || (b.cost === a.cost && b.attendance > a.attendance) ? b : a;

class NearestSearch {
  private readonly problem: SeriesProblem;
  private readonly table: SlotTable;
  private readonly costs: readonly number[];
  /** How many slots from a place on every series should contain. */
  private readonly mustsFrom: Int32Array;
  private readonly known = new Map<number, Rest>();

  constructor(problem: SeriesProblem, table: SlotTable) {
    this.problem = problem;
    this.table = table;
    this.costs = [...table.slots.keys()].map((place) => this.costOfSlot(place));
    const size = table.slots.length;
    this.mustsFrom = new Int32Array(size + 1);
    for (let at = size - 1; at >= 0; at -= 1)
      this.mustsFrom[at] =
        (this.mustsFrom[at + 1] ?? 0) + (problem.must?.includes(table.slots[at]?.id ?? "") ? 1 : 0);
  }

  run(): number[] {
    const series: number[] = [];
    let inWeek = 0;
    for (let left = this.problem.rules.meetings; left > 0; left -= 1) {
      const last = series.at(-1) ?? -1;
      const { next } = this.rest(last, inWeek, left);
      inWeek = this.isSameWeek(last, next) ? inWeek + 1 : 1;
      series.push(next);
    }
    return series;
  }

  private costOfSlot(place: number): number {
    const { notBefore, notAfter } = this.problem.rules;
    const early = notBefore ? Math.max(0, notBefore.getTime() - (this.table.starts[place] ?? 0)) : 0;
    const late = notAfter ? Math.max(0, (this.table.ends[place] ?? 0) - notAfter.getTime()) : 0;
    return costOf(rulesBrokenBy(this.problem, this.table, place)) + (early + late) / DAY;
  }

  private rest(last: number, inWeek: number, left: number): Rest {
    if (left === 0) return { ...END, cost: this.mustsMissed(last, this.table.slots.length) };
    const { meetings } = this.problem.rules;
    const key = ((last + 1) * (meetings + 1) + inWeek) * (meetings + 1) + left;
    let best = this.known.get(key);
    if (best) return best;
    best = NONE;
    for (let next = last + 1; next <= this.table.slots.length - left; next += 1) {
      const weekly = this.isSameWeek(last, next) ? inWeek + 1 : 1;
      const step = this.stepCost(last, next, weekly);
      if (step <= best.cost) best = better(best, this.through(next, step, this.rest(next, weekly, left - 1)));
    }
    this.known.set(key, best);
    return best;
  }

  private through(next: number, step: number, rest: Rest): Rest {
    const attendance = (this.table.attendance[next] ?? 0) + rest.attendance;
    return { cost: step + rest.cost, attendance, next };
  }

  private stepCost(last: number, next: number, inWeek: number): number {
    const {
      minGapDays,
      maxGapDays = Number.POSITIVE_INFINITY,
      maxPerWeek = Number.POSITIVE_INFINITY,
    } = this.problem.rules;
    const days = ((this.table.starts[next] ?? 0) - (this.table.starts[last] ?? 0)) / DAY;
    const wrong = last < 0 ? 0 : Math.max(0, minGapDays - days, days - maxGapDays);
    return (
      (this.costs[next] ?? 0) +
      (wrong > 0 ? ONE_RULE + wrong : 0) +
      (inWeek > maxPerWeek ? ONE_RULE + 1 : 0) +
      this.mustsMissed(last, next)
    );
  }

  private mustsMissed(last: number, next: number): number {
    return ((this.mustsFrom[last + 1] ?? 0) - (this.mustsFrom[next] ?? 0)) * (ONE_RULE + 1);
  }

  private isSameWeek(last: number, next: number): boolean {
    return last >= 0 && this.table.weeks[last] === this.table.weeks[next];
  }
}
