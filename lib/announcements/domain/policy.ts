import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair, isSecretariat } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";

type Shared = Pick<Series, "id" | "sides" | "groupIds">;

/** Co-chairs and both secretariats prepare an announcement. */
export function mayPrepare(actor: Actor, series: Shared): boolean {
  return isCoChair(actor, series) || isSecretariat(actor, series);
}

/** Only a secretariat, of either side, lets it leave the house. */
export function mayIssue(actor: Actor, series: Shared): boolean {
  return isSecretariat(actor, series);
}

/** Mail addresses of people are shown to secretariats and administrators only. */
export function maySeeAddresses(actor: Actor, series: Shared): boolean {
  return actor.isAdministrator || isSecretariat(actor, series);
}

/** @throws AppError `forbidden` when {@link mayPrepare} says no. */
export function requireMayPrepare(actor: Actor, series: Shared): void {
  if (!mayPrepare(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** @throws AppError `forbidden` when {@link mayIssue} says no. */
export function requireMayIssue(actor: Actor, series: Shared): void {
  if (!mayIssue(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** @throws AppError `forbidden` for whoever may not see who gets which mail. */
export function requireMayRetry(actor: Actor, series: Shared): void {
  if (!maySeeAddresses(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}
