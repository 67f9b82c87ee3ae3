/** The first module of every thread: loads the module asked for, lets it work, and sends what comes of it. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { isAppError } from "#lib/kernel/errors";
import type { FromWorker, Order, ToWorker } from "./worker-message.ts";

const { modulePath }: ToWorker = workerData;
const send = (message: FromWorker<unknown>) => parentPort?.postMessage(message);

const { work } = await import(pathToFileURL(path.resolve(modulePath)).href);

parentPort?.on("message", async ({ input }: Order) => {
  try {
    const output: unknown = await work(input, (progress: unknown) => send({ kind: "progress", progress }));
    send({ kind: "result", output });
  } catch (error) {
    if (!isAppError(error)) throw error; // ends the thread, and is thrown where the work was asked for
    const { code, words, fields } = error;
    send({ kind: "refusal", code, words, fields });
  }
});
