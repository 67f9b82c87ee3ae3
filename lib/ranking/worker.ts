import { checkDecided } from "./domain/check-decided.ts";
import { estimateLikelihood } from "./domain/likelihood.ts";
import type { SeriesProblem } from "./domain/problem.ts";
import { rankSeries } from "./domain/rank-series.ts";

/** What a thread can be asked. */
export type RankingTask =
  | { readonly task: "rank" | "decided"; readonly problem: SeriesProblem; readonly timeLimitMs: number }
  | { readonly task: "likelihood"; readonly problem: SeriesProblem };

const clock = () => performance.now();

/** Does one task in a thread of its own; ranking reports the share done. @see lib/ranking/usecases */
export function work(task: RankingTask, report: (share: number) => void): unknown {
  const { problem } = task;
  if (task.task === "likelihood") return estimateLikelihood(problem);
  const { timeLimitMs } = task;
  if (task.task === "decided") return checkDecided(problem, { clock, timeLimitMs });
  return rankSeries(problem, { clock, timeLimitMs, onProgress: report });
}
