import { format } from "node:util";
import { pino, type Logger } from "pino";
import { once } from "#lib/kernel/once";
import { redact } from "./redact.ts";

/**
 * The log of the process: one JSON object a line, on standard error. Standard output is for the person at the terminal.
 *
 * Every line goes through {@link redact}, so that neither addresses nor tokens are kept, also not those within the
 * text of an error. Log ids of rows, never what people typed. The start sets the level of `LOG_LEVEL`.
 */
export const log: Logger = once("log", () =>
  pino(
    {
      level: process.env.VITEST ? "silent" : "info",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: (line: string) => void process.stderr.write(redact(line)) },
  ),
);

const LEVELS = { error: "error", warn: "warn", log: "debug", info: "debug", debug: "debug" } as const;

/** Makes what libraries write to the console lines of the log. */
export function captureConsole(): void {
  for (const method of ["error", "warn", "log", "info", "debug"] as const)
    console[method] = (...parts: unknown[]) => log[LEVELS[method]](format(...parts));
}
