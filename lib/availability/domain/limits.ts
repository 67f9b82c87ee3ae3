import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";

/** Entries of each kind that one person may keep. */
export const MOST_ENTRIES = 200;

/** @throws AppError `conflict` when one more is too many. */
export function requireRoom(entries: number): void {
  if (entries >= MOST_ENTRIES)
    throw new AppError("conflict", say("availability.refusal.tooMany", { most: MOST_ENTRIES }));
}
