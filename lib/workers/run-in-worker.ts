import path from "node:path";
import type { Worker } from "node:worker_threads";
import { AppError } from "#lib/kernel/errors";
import { once } from "#lib/kernel/once";
import { type FromWorker, type StopReason, type ToWorker, WorkerStopped } from "./worker-message.ts";

export type WorkerOptions = {
  /** After this time the work is ended, whatever it does. The start of a thread, some tenths of a second, counts. */
  readonly timeLimitMs: number;
  /** Most memory of JavaScript objects. Array buffers do not count towards it: check sizes before. */
  readonly memoryMb: number;
  /** Ends the work early. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the work reports on its way, in order; nothing after the result. */
  readonly onProgress?: ((progress: unknown) => void) | undefined;
  /**
   * Keeps the thread for some seconds, for the next work of the module. Only for modules that remember nothing of one
   * work in another, and never for what strangers send.
   */
  readonly keepWarm?: boolean;
};

const ENTRY = "lib/workers/worker-entry.ts";
const WARM_MS = 20_000;

// One thread at most for each module; those that end later find the place taken, and end.
const warm = once("workers.warm", () => new Map<string, { worker: Worker; end: NodeJS.Timeout }>());

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
  const kind = `${modulePath} ${options.memoryMb}`;
  const worker = (options.keepWarm && takeWarm(kind)) || start({ modulePath }, options.memoryMb);
  return new Promise<Output>((resolve, reject) => {
    worker.postMessage({ input });
    const stop = (reason: StopReason) => settle(() => reject(new WorkerStopped(reason)));
    const onAbort = () => stop("aborted");
    const timer = setTimeout(() => stop("time"), options.timeLimitMs);
    options.signal?.addEventListener("abort", onAbort);
    function settle(outcome: () => void, isDone = false): void {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", onAbort);
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      if (isDone && options.keepWarm) keep(kind, worker);
      else end(worker);
      outcome();
    }
    worker.on("message", (message: FromWorker<Output>) => {
      if (message.kind === "progress") options.onProgress?.(message.progress);
      else if (message.kind === "result") settle(() => resolve(message.output), true);
      else settle(() => reject(new AppError(message.code, message.words, message.fields)), true);
    });
    worker.on("error", (error) => (isOutOfMemory(error) ? stop("memory") : settle(() => reject(error))));
    worker.on("exit", () => settle(() => reject(new Error(`${modulePath} ended without a result`))));
  }).catch((error: unknown) => {
    if (error instanceof DOMException) end(worker); // the input cannot be copied: the thread never got it
    throw error;
  });
}

function start(workerData: ToWorker, memoryMb: number): Worker {
  // Not imported: a bundler would take the file named here into its bundle, and Node could not load it from there.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  return new Worker(path.join(process.cwd(), ENTRY), {
    ...{ workerData, env: {}, execArgv: [], argv: [] },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: Math.min(32, memoryMb) },
  });
}

function takeWarm(kind: string): Worker | null {
  const kept = warm.get(kind);
  if (!kept) return null;
  warm.delete(kind);
  clearTimeout(kept.end);
  kept.worker.removeAllListeners("exit");
  kept.worker.removeAllListeners("error");
  kept.worker.ref();
  return kept.worker;
}

function keep(kind: string, worker: Worker): void {
  if (warm.has(kind)) return end(worker);
  const forget = () => {
    if (warm.get(kind)?.worker === worker) warm.delete(kind);
    end(worker);
  };
  warm.set(kind, { worker, end: setTimeout(forget, WARM_MS).unref() });
  worker.on("error", forget);
  worker.on("exit", forget);
  worker.unref(); // it waits, and the process need not
}

function end(worker: Worker): void {
  worker.on("error", () => {}); // what ends it now is of interest to nobody
  void worker.terminate();
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
