import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair, isSecretariat, requireMaySeeSeries, sidesSpokenFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";

type Shared = Pick<Series, "id" | "sides" | "groupIds">;

/** The co-chairs of both sides write the report, and their secretariats help; everybody else who sees the series reads it. */
export function mayWriteReport(actor: Actor, series: Shared): boolean {
  return isCoChair(actor, series) || isSecretariat(actor, series);
}

/** @throws AppError `not_found` for strangers, `forbidden` for those who only read. */
export function requireMayWriteReport(actor: Actor, series: Shared): void {
  requireMaySeeSeries(actor, series);
  if (!mayWriteReport(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** Letter of the side under whose colour a writer's caret stands; null when the person stands for none or for several. */
export function sideOfWriter(actor: Actor, series: Shared): string | null {
  const chaired = series.sides.filter((side) => isCoChair(actor, series, side.id));
  const sides = chaired.length > 0 ? chaired : sidesSpokenFor(actor, series);
  return sides.length === 1 ? (sides[0]?.letter ?? null) : null;
}
