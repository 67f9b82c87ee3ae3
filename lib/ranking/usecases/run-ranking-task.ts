import { runInWorker } from "#lib/workers/run-in-worker";
import type { RankingTask } from "../worker.ts";

/** How long to work, and whom to tell. */
export type ThreadOptions = {
  readonly timeLimitMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is told the share of the search, 0 to 1, that is done. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

export const USUAL_LIMIT_MS = 5_000;
/** For the start of the thread, the copies and the layout, so that a search itself says how far it came. */
const GRACE_MS = 10_000;
const MEMORY_MB = 512;

/**
 * The outcome of a task on a problem, worked out in a thread of its own: pages stay quick meanwhile. It reads nothing
 * stored and so asks nobody's rights: who calls it has asked them.
 *
 * @throws WorkerStopped when it was given up, or took far too long.
 */
export function runRankingTask<Outcome>(task: RankingTask, options: ThreadOptions): Promise<Outcome> {
  const { timeLimitMs = USUAL_LIMIT_MS, signal, onProgress } = options;
  return runInWorker<Outcome>("lib/ranking/worker.ts", task, {
    ...{ timeLimitMs: timeLimitMs + GRACE_MS, memoryMb: MEMORY_MB, signal },
    keepWarm: true, // while controls move, one ranking follows the other
    onProgress: (share) => typeof share === "number" && onProgress?.(share),
  });
}
