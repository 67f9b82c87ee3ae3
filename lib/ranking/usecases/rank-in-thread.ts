import type { SeriesProblem } from "../domain/problem.ts";
import type { Ranking } from "../domain/ranking.ts";
import { runRankingTask, type ThreadOptions, USUAL_LIMIT_MS } from "./run-ranking-task.ts";

/** The best series, searched for in a thread. @throws WorkerStopped when it was given up. @see rankSeries */
export function rankInThread(problem: SeriesProblem, options: ThreadOptions = {}): Promise<Ranking> {
  const { timeLimitMs = USUAL_LIMIT_MS } = options;
  return runRankingTask({ task: "rank", problem, timeLimitMs }, options);
}
