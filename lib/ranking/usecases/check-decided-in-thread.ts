import type { Decidedness } from "../domain/check-decided.ts";
import type { SeriesProblem } from "../domain/problem.ts";
import { runRankingTask, type ThreadOptions, USUAL_LIMIT_MS } from "./run-ranking-task.ts";

/** Whether missing answers can still change the best series, told by a thread. @throws WorkerStopped when given up. */
export function checkDecidedInThread(
  problem: SeriesProblem,
  options: ThreadOptions = {},
): Promise<Decidedness> {
  const { timeLimitMs = USUAL_LIMIT_MS } = options;
  return runRankingTask({ task: "decided", problem, timeLimitMs }, options);
}
