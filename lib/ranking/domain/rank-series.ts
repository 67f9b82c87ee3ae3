import { eligibleSlots } from "./eligible-slots.ts";
import { compareMeasure, measureSeries, type TimedSeries } from "./measure.ts";
import { type SeriesProblem, USUAL_ORDER } from "./problem.ts";
import type { Ranking, RankingOptions } from "./ranking.ts";
import { compareText, layOut, type SlotTable } from "./slot-table.ts";
import { laySteps, nextRange, type Steps } from "./steps.ts";

/**
 * The best series, best first: exactly `meetings` slots that keep every rule, compared by the measures in their order
 * and then by their slot ids in time order.
 */
export function rankSeries(problem: SeriesProblem, options: RankingOptions): Ranking {
  const began = options.clock();
  const table = layOut(problem);
  const steps = laySteps(problem, table, eligibleSlots(problem, table));
  const best: TimedSeries[] = [];
  const most = options.best ?? 5;
  if (steps)
    visit(steps, [], (series) =>
      keep(problem, best, { table, places: series.map((at) => steps.places[at] ?? 0), most }),
    );
  return {
    proof: "optimal",
    best: best.map(({ starts: _, ...series }) => series),
    nearest: null,
    elapsedMs: options.clock() - began,
  };
}

function visit(steps: Steps, chosen: readonly number[], finish: (series: readonly number[]) => void): void {
  if (chosen.length === steps.meetings) return finish(chosen);
  const { from, to } = nextRange(steps, chosen);
  for (let at = from; at <= to; at += 1) visit(steps, [...chosen, at], finish);
}

function keep(
  problem: SeriesProblem,
  best: TimedSeries[],
  { table, places, most }: { table: SlotTable; places: readonly number[]; most: number },
): void {
  const found = {
    ...measureSeries(table, places, problem.rules.reachOf),
    starts: places.map((place) => table.starts[place] ?? 0),
  };
  best.push(found);
  best.sort((a, b) => compareSeries(problem, a, b));
  best.splice(most);
}

function compareSeries({ order = USUAL_ORDER }: SeriesProblem, a: TimedSeries, b: TimedSeries): number {
  for (const measure of order) {
    const difference = compareMeasure(measure, a, b);
    if (difference !== 0) return difference;
  }
  return compareText(a.slots.join("\u0000"), b.slots.join("\u0000"));
}
