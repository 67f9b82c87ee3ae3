import type { Words } from "#lib/kernel/words";

/** What is wrong with a line of a file. Lines count from 1. */
export type LineError = { readonly line: number; readonly words: Words };
