import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { type Actor, holdsRole } from "#lib/people/domain/actor";
import { type Series, type Side, sideOf } from "./series.ts";

type Shared = Pick<Series, "id" | "sides" | "groupIds"> & Partial<Pick<Series, "createdById">>;

/** Members, role holders of the groups that take part, who proposed it, and administrators may see a series. */
export function maySeeSeries(actor: Actor, series: Shared): boolean {
  return (
    actor.isAdministrator ||
    actor.id === series.createdById ||
    actor.parts.some((part) => part.seriesId === series.id) ||
    actor.roles.some((held) => series.groupIds.includes(held.groupId))
  );
}

/** @throws AppError `not_found` when {@link maySeeSeries} says no: a stranger does not learn that it exists. */
export function requireMaySeeSeries(actor: Actor, series: Shared): void {
  if (!maySeeSeries(actor, series)) throw new AppError("not_found", "refusal.notFound");
}

/** Whether the person is a co-chair today, of either side or of the one given. */
export function isCoChair(actor: Actor, series: Shared, sideId?: string): boolean {
  return actor.parts.some(
    (part) =>
      part.seriesId === series.id &&
      part.role === "co_chair" &&
      (sideId === undefined || part.sideId === sideId),
  );
}

/** Whether the person is of the secretariat of the side's Study Group, or of any side's when none is given. */
export function isSecretariat(actor: Actor, series: Shared, side?: Pick<Side, "group">): boolean {
  const sides = side ? [side] : series.sides;
  return sides.some(({ group }) => holdsRole(actor, group.id, "secretariat"));
}

/**
 * The sides for which this person may speak: record a consent, welcome a co-chair.
 *
 * For a side speak its co-chair, its SG chair and vice-chairs, and its secretariat; nobody for the other side, and
 * an administrator for none.
 */
export function sidesSpokenFor(actor: Actor, series: Shared): Side[] {
  return series.sides.filter(
    (side) =>
      isCoChair(actor, series, side.id) ||
      holdsRole(actor, side.group.id, "chair", "vice_chair", "secretariat"),
  );
}

/**
 * The side, for a person who may speak for it.
 *
 * @throws AppError `forbidden` when the person speaks for another side only, or for none; `not_found` when the series
 *   has no such side.
 */
export function requireSpeaksFor(
  actor: Actor,
  series: Shared & Pick<Series, "reference">,
  sideId: string,
): Side {
  requireMaySeeSeries(actor, series);
  if (!series.sides.some(({ id }) => id === sideId)) throw new AppError("not_found", "refusal.notFound");
  const side = sideOf(series, sideId);
  if (!sidesSpokenFor(actor, series).some(({ id }) => id === sideId)) {
    throw new AppError("forbidden", say("series.refusal.otherSide", { side: side.group.reference }));
  }
  return side;
}

/** Whether this person may edit what is written down of the series: co-chairs and secretariats of either side. */
export function mayEditSeries(actor: Actor, series: Shared): boolean {
  return isCoChair(actor, series) || isSecretariat(actor, series);
}

/** @throws AppError `forbidden` when {@link mayEditSeries} says no. */
export function requireMayEditSeries(actor: Actor, series: Shared): void {
  requireMaySeeSeries(actor, series);
  if (!mayEditSeries(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** Co-chairs of either side lead the work: dates, agendas, the report. @throws AppError `forbidden` */
export function requireCoChair(actor: Actor, series: Shared): void {
  requireMaySeeSeries(actor, series);
  if (!isCoChair(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** @throws AppError `forbidden` when the person is of neither side's secretariat. */
export function requireSecretariat(actor: Actor, series: Shared): void {
  requireMaySeeSeries(actor, series);
  if (!isSecretariat(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}
