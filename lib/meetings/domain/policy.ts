import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair, isSecretariat, requireMaySeeSeries } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";

type Shared = Pick<Series, "id" | "sides" | "groupIds">;

/** Joining links are for the people invited to the series, and for the secretariats that give them out. */
export function maySeeJoiningLink(actor: Actor, series: Shared): boolean {
  return actor.parts.some((part) => part.seriesId === series.id) || isSecretariat(actor, series);
}

/** The secretariat of either side gives the joining link. */
export function maySetJoiningLink(actor: Actor, series: Shared): boolean {
  return isSecretariat(actor, series);
}

/** @throws AppError `forbidden` when {@link maySetJoiningLink} says no, `not_found` to a stranger of the series. */
export function requireMaySetJoiningLink(actor: Actor, series: Shared): void {
  requireMaySeeSeries(actor, series);
  if (!maySetJoiningLink(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** A co-chair, or the secretariat of either side, calls a meeting confirmed. */
export function mayConfirm(actor: Actor, series: Shared): boolean {
  return isCoChair(actor, series) || isSecretariat(actor, series);
}

/** @throws AppError `forbidden` when {@link mayConfirm} says no, `not_found` to a stranger of the series. */
export function requireMayConfirm(actor: Actor, series: Shared): void {
  requireMaySeeSeries(actor, series);
  if (!mayConfirm(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}
