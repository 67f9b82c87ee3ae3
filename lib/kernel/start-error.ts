import type { Words } from "./words.ts";

/** Exit codes of a start that did not succeed. */
export const EXIT = {
  /** It may work later as it is: a port in use, a database that does not answer. */
  mayPass: 1,
  /** Somebody has to change something first (`EX_CONFIG` of sysexits.h). A service manager need not try again. */
  needsSomebody: 78,
} as const;

/**
 * Why the product cannot start, in words for the person at the terminal: one line each, no stack trace.
 *
 * Throw it only while starting. Anything else that is thrown then is a bug and shows its stack.
 */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly words: readonly Words[];
  readonly exitCode: number;

  constructor(words: Words | readonly Words[], exitCode: number = EXIT.needsSomebody) {
    const all = "key" in words ? [words] : words;
    super(all.map(({ key }) => key).join(", "));
    this.words = all;
    this.exitCode = exitCode;
  }
}
