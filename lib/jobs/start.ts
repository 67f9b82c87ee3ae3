import { log } from "#lib/log/log";
import { startOutboxDelivery } from "#lib/outbox/deliver";
import { startCleaning } from "./clean.ts";
import { startReminding } from "./remind.ts";

/** Work beside requests that goes on until it is stopped. Stopping waits for what is being done. */
export type Worker = { stop(): Promise<void> };

/** Starts all background work of the process, once. Server only: pages and commands never start any. */
export async function startJobs(): Promise<Worker> {
  const workers: Worker[] = [startOutboxDelivery(), startCleaning(), startReminding()];
  log.info({ workers: workers.length }, "background work started");
  return {
    async stop() {
      for (const worker of workers.reverse()) await worker.stop();
    },
  };
}
