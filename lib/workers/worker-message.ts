import type { AppError } from "#lib/kernel/errors";

/** What a thread is started with. */
export type ToWorker = { readonly modulePath: string };

/** One work for a thread. The next is sent when the result of this one is there. */
export type Order = { readonly input: unknown };

/** What a thread says. A refusal is sent by its parts: a copy of an error loses them. */
export type FromWorker<Output> =
  | { readonly kind: "progress"; readonly progress: unknown }
  | { readonly kind: "result"; readonly output: Output }
  | ({ readonly kind: "refusal" } & Pick<AppError, "code" | "words" | "fields">);

/** Why work in a thread was ended before it was done. */
export type StopReason = "time" | "memory" | "aborted";

/** Work in a thread was ended before it was done. */
export class WorkerStopped extends Error {
  override readonly name = "WorkerStopped";
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`Work in a thread ended: ${reason}`);
    this.reason = reason;
  }
}

/** Whether an error is a {@link WorkerStopped}. By name: lib/ is loaded twice in one process. */
export function isWorkerStopped(error: unknown): error is WorkerStopped {
  return error instanceof Error && error.name === "WorkerStopped";
}
