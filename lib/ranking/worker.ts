import type { SeriesProblem } from "./domain/problem.ts";
import { rankSeries } from "./domain/rank-series.ts";

/** What a thread can be asked. */
export type RankingTask = {
  readonly task: "rank";
  readonly problem: SeriesProblem;
  readonly best?: number;
  readonly timeLimitMs?: number;
};

/** Does one task in a thread of its own. Reports the share done. @see lib/ranking/usecases */
export function work({ problem, best, timeLimitMs }: RankingTask, report: (share: number) => void): unknown {
  return rankSeries(problem, {
    clock: () => performance.now(),
    onProgress: report,
    ...(best !== undefined && { best }),
    ...(timeLimitMs !== undefined && { timeLimitMs }),
  });
}
