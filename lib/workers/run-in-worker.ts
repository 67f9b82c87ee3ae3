import path from "node:path";
import { AppError } from "#lib/kernel/errors";
import { type FromWorker, type StopReason, type ToWorker, WorkerStopped } from "./worker-message.ts";

export type WorkerOptions = {
  /** After this time the work is ended, whatever it does. The start of the thread, about 50 ms, counts. */
  readonly timeLimitMs: number;
  /** Most memory of JavaScript objects. Array buffers do not count towards it: check sizes before. */
  readonly memoryMb: number;
  /** Ends the work early. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the work reports on its way, in order; nothing after the result. */
  readonly onProgress?: ((progress: unknown) => void) | undefined;
};

const ENTRY = "lib/workers/worker-entry.ts";

/**
 * What `work(input, report)` of a module returns, run in a thread of its own: the caller's thread stays free, and work
 * that takes too long or too much is ended without harm to the process.
 *
 * `modulePath` is relative to the root of the project, such as `lib/ranking/worker.ts`; Node loads it itself, also
 * when the caller runs inside Next's bundle. Input and output are copied (structured clone). The thread sees no
 * environment variables, hence no secrets.
 *
 * @throws WorkerStopped when the work took too long, too much memory, or was given up.
 * @throws AppError the refusal that the work threw.
 */
export function runInWorker<Output>(
  modulePath: string,
  input: unknown,
  options: WorkerOptions,
): Promise<Output> {
  if (options.signal?.aborted) return Promise.reject(new WorkerStopped("aborted"));
  return new Promise<Output>((resolve, reject) => {
    const worker = start({ modulePath, input }, options.memoryMb);
    const stop = (reason: StopReason) => settle(() => reject(new WorkerStopped(reason)));
    const onAbort = () => stop("aborted");
    const timer = setTimeout(() => stop("time"), options.timeLimitMs);
    options.signal?.addEventListener("abort", onAbort);
    function settle(outcome: () => void): void {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", onAbort);
      worker.removeAllListeners("message");
      outcome();
      void worker.terminate();
    }
    worker.on("message", (message: FromWorker<Output>) => {
      if (message.kind === "progress") options.onProgress?.(message.progress);
      else if (message.kind === "result") settle(() => resolve(message.output));
      else settle(() => reject(new AppError(message.code, message.words, message.fields)));
    });
    worker.on("error", (error) => (isOutOfMemory(error) ? stop("memory") : settle(() => reject(error))));
    worker.on("exit", () => settle(() => reject(new Error(`${modulePath} ended without a result`))));
  });
}

function start(workerData: ToWorker, memoryMb: number) {
  // Not imported: a bundler would take the file named here into its bundle, and Node could not load it from there.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  return new Worker(path.join(process.cwd(), ENTRY), {
    ...{ workerData, env: {}, execArgv: [], argv: [] },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: Math.min(32, memoryMb) },
  });
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
