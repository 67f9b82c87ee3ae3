import { say, type WordKey, type Words } from "./words.ts";

/** What is wrong with single fields of a form, by field name. */
export type FieldWords = Readonly<Partial<Record<string, readonly Words[]>>>;

/** Why a well-formed request was refused. A closed set: each code has one HTTP status in `lib/web/http.ts`. */
export type RefusalCode = "unauthenticated" | "forbidden" | "not_found" | "invalid" | "conflict";

/**
 * A refusal the user can understand and act on; its words are shown to them.
 *
 * Throw it from domain functions and use cases. `lib/web` and the command line are the only places that
 * catch it. A broken assumption of ours is a bug, not a refusal: use {@link invariant}.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: RefusalCode;
  readonly words: Words;
  /** Words by form field, for `invalid` only. */
  readonly fields: FieldWords;

  constructor(code: RefusalCode, words: Words | WordKey, fields: FieldWords = {}) {
    const full = typeof words === "string" ? say(words) : words;
    super(`${code}: ${full.key}`);
    this.code = code;
    this.words = full;
    this.fields = fields;
  }
}

/**
 * Whether an error is a refusal.
 *
 * By name, not `instanceof`: lib/ is loaded twice in one process, by Node and inside Next's bundle, so there
 * are two classes.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError";
}

/** Stops the program when our own assumption does not hold. Never use it to check user input. */
export function invariant(holds: boolean, assumption: string): asserts holds {
  if (!holds) throw new Error(`Broken invariant: ${assumption}`);
}
