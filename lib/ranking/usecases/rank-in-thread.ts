import { runInWorker } from "#lib/workers/run-in-worker";
import type { SeriesProblem } from "../domain/problem.ts";
import type { Ranking } from "../domain/ranking.ts";

/** How long to search, and whom to tell. */
export type ThreadOptions = {
  readonly timeLimitMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is told the share of the search, 0 to 1, that is done. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

const USUAL_LIMIT_MS = 5_000;
/** For the start of the thread, the copies and the layout, so that the search itself says how far it came. */
const GRACE_MS = 5_000;

/**
 * The best series, searched for in a thread of its own: pages stay quick meanwhile. It reads nothing stored, so it
 * asks nobody's rights; who calls it has asked them.
 *
 * @throws WorkerStopped when it was given up.
 */
export function rankInThread(problem: SeriesProblem, options: ThreadOptions = {}): Promise<Ranking> {
  const { timeLimitMs = USUAL_LIMIT_MS, signal, onProgress } = options;
  return runInWorker<Ranking>(
    "lib/ranking/worker.ts",
    { task: "rank", problem, timeLimitMs },
    {
      ...{ timeLimitMs: timeLimitMs + GRACE_MS, memoryMb: 512, signal },
      onProgress: (share) => typeof share === "number" && onProgress?.(share),
    },
  );
}
