import { StartError } from "#lib/kernel/start-error";
import { log } from "#lib/log/log";
import { inEnglish } from "#lib/words/translate";

/** How long a stop may take before the process ends whatever is still open. */
const LONGEST_STOP_MS = 15_000;

type Close = () => Promise<unknown> | void;

/** What is thrown out of a start that was interrupted. It is no failure. */
class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Opens things in order and closes them in reverse order, once, however the process is told to stop. */
export type Lifetime = {
  /** Opens the next thing. When the process is told to stop meanwhile, it is closed again at once. */
  open<T>(opening: () => Promise<T>, close: (opened: T) => Promise<unknown> | void): Promise<T>;
  /** Ends the process after a start that failed: in words for a reason, with the stack for a bug. */
  fail(error: unknown): Promise<void>;
  /** Closes everything and ends the process. */
  stop(exitCode: number): Promise<void>;
};

/** Begins the life of the process: from now on Ctrl-C, SIGTERM and the end of npm close what was opened. */
export function beginLifetime(): Lifetime {
  const closers: Close[] = [];
  let stopping = false;
  let opening: Promise<unknown> = Promise.resolve();

  const stop = async (exitCode: number) => {
    if (stopping) return; // Ctrl-C reaches us from the terminal and again from npm
    stopping = true;
    setTimeout(() => process.exit(exitCode || 1), LONGEST_STOP_MS).unref();
    await opening.catch(() => {});
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        log.error({ err: error }, "closing failed");
      }
    }
    process.exit(exitCode);
  };
  stopWithOthers(() => void stop(0));

  return {
    stop,
    async open(make, close) {
      if (stopping) throw new Interrupted();
      const made = make();
      opening = made;
      const opened = await made;
      closers.push(() => close(opened));
      if (stopping) throw new Interrupted();
      return opened;
    },
    async fail(error) {
      if (error instanceof Interrupted) return; // whoever interrupted ends the process
      if (error instanceof StartError) {
        for (const words of error.words) process.stderr.write(`${inEnglish(words)}\n`);
        return stop(error.exitCode);
      }
      console.error(error);
      return stop(1);
    },
  };
}

function stopWithOthers(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // npm hands a SIGTERM only to its shell. When that is gone, nobody could stop us any more.
  if (!process.env.npm_lifecycle_event && !process.argv.includes("--with-parent")) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1_000).unref();
}
