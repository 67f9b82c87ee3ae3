import type { Likelihood } from "../domain/likelihood.ts";
import type { SeriesProblem } from "../domain/problem.ts";
import { runRankingTask, type ThreadOptions } from "./run-ranking-task.ts";

/** How likely a series is with these slots and people, told by a thread. @throws WorkerStopped when given up. */
export function estimateLikelihoodInThread(
  problem: SeriesProblem,
  options: ThreadOptions = {},
): Promise<Likelihood> {
  return runRankingTask({ task: "likelihood", problem }, options);
}
