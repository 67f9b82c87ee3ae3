import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isSecretariatOf } from "#lib/people/domain/policy";
import type { CalendarGroup } from "./calendar.ts";

/**
 * Administrators keep every calendar; a secretariat those of its Study Group and of the groups below it. Meetings of
 * other bodies and holidays (`group` is null) concern every series, so any secretariat keeps them, and co-chairs do not.
 */
export function mayKeepCalendar(actor: Actor, group: Pick<CalendarGroup, "studyGroupId"> | null): boolean {
  if (actor.isAdministrator) return true;
  return group ? isSecretariatOf(actor, group.studyGroupId) : mayKeepCalendars(actor);
}

/** Whether the person keeps any calendar, and so may add one. */
export function mayKeepCalendars(actor: Actor): boolean {
  return actor.isAdministrator || actor.roles.some(({ role }) => role === "secretariat");
}

/** @throws AppError `forbidden` when {@link mayKeepCalendar} says no. */
export function requireMayKeepCalendar(
  actor: Actor,
  group: Pick<CalendarGroup, "studyGroupId"> | null,
): void {
  if (!mayKeepCalendar(actor, group)) throw new AppError("forbidden", "refusal.forbidden");
}

/** @throws AppError `forbidden` when {@link mayKeepCalendars} says no. */
export function requireMayKeepCalendars(actor: Actor): void {
  if (!mayKeepCalendars(actor)) throw new AppError("forbidden", "refusal.forbidden");
}
