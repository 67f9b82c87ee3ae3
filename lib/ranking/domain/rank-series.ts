import { compareKeys, measureSeries } from "./measure.ts";
import { nearestSeries } from "./nearest-series.ts";
import type { SeriesProblem } from "./problem.ts";
import type { Proof, Ranking, RankingOptions } from "./ranking.ts";
import { searchSeries } from "./search-series.ts";
import type { SearchResult } from "./series-search.ts";
import { layOut } from "./slot-table.ts";

const USUAL_LIMIT_MS = 5_000;
const USUAL_BEST = 5;
const MS_PER_DAY = 86_400_000;

/**
 * The best series, best first: exactly `meetings` slots that keep every rule, compared by the measures in their order
 * and then by their slot ids in time order.
 *
 * @see docs/decisions/0016-choosing-the-series.md
 */
export function rankSeries(problem: SeriesProblem, options: RankingOptions): Ranking {
  const began = options.clock();
  const { clock, timeLimitMs = USUAL_LIMIT_MS, best = USUAL_BEST, onProgress } = options;
  const table = layOut(problem);
  const found = searchSeries(problem, table, {
    most: best,
    isOver: () => clock() - began > timeLimitMs,
    onProgress,
  });
  return {
    proof: proofOf(found, best),
    best: found.best.map(({ series }) => measureSeries(table, series, problem.rules.reachOf)),
    nearest: found.best.length === 0 && !found.open ? nearestSeries(problem, table) : null,
    elapsedMs: clock() - began,
  };
}

function proofOf({ best, open, measures }: SearchResult, most: number): Proof {
  const worst = best[most - 1];
  if (!open || (worst && compareKeys(open, worst.key) >= 0)) return "optimal";
  return gapBetween(best[0]?.key ?? open, open, measures);
}

/** How much better than the first a series that was left out could be. */
function gapBetween(
  first: readonly number[],
  open: readonly number[],
  measures: SearchResult["measures"],
): Proof {
  const place = first.findIndex((value, at) => value !== open[at]);
  const measure = measures[place] ?? null;
  if (measure === null) return { gap: 0, measure: measures[0] ?? "reach" };
  const gap = Math.max(0, (first[place] ?? 0) - (open[place] ?? 0));
  return { gap: measure === "earliest" ? gap / MS_PER_DAY : gap, measure };
}
