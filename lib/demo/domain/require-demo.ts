import { AppError } from "#lib/kernel/errors";

/** @throws AppError `not_found` outside the demonstration: nothing of this feature exists there. */
export function requireDemo(isDemo: boolean): void {
  if (!isDemo) throw new AppError("not_found", "refusal.notFound");
}
