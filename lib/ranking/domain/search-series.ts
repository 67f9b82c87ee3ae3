import { eligibleSlots } from "./eligible-slots.ts";
import type { SeriesProblem } from "./problem.ts";
import { type SearchOptions, type SearchResult, SeriesSearch } from "./series-search.ts";
import type { SlotTable } from "./slot-table.ts";
import { laySteps } from "./steps.ts";

/** The best series of a problem that was laid out, as places in the table. */
export function searchSeries(problem: SeriesProblem, table: SlotTable, options: SearchOptions): SearchResult {
  const steps = laySteps(problem, table, eligibleSlots(problem, table));
  if (!steps) return { best: [], open: null, measures: [] };
  const found = new SeriesSearch(problem, { table, steps }, options).run();
  const inTable = (series: readonly number[]) => series.map((at) => steps.places[at] ?? 0);
  return { ...found, best: found.best.map(({ series, key }) => ({ key, series: inTable(series) })) };
}
