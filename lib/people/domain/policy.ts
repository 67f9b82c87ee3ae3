import { AppError } from "#lib/kernel/errors";
import type { Actor } from "./actor.ts";
import { isRoleOf, type Role, type RolePlace } from "./role.ts";

/** Administrators and secretariats see the register of people, with e-mail addresses. */
export function maySeePeople(actor: Actor): boolean {
  return actor.isAdministrator || actor.roles.some(({ role }) => role === "secretariat");
}

/** @throws AppError `forbidden` when {@link maySeePeople} says no. */
export function requireMaySeePeople(actor: Actor): void {
  if (!maySeePeople(actor)) throw new AppError("forbidden", "refusal.forbidden");
}

/**
 * Whether the person may give or end this role there.
 *
 * Administrators all; a secretariat those of its Study Group, with its Working Parties and Questions. `place` is
 * null for the installation itself, whose only role is administrator.
 */
export function mayGiveRole(actor: Actor, role: Role, place: RolePlace | null): boolean {
  if (!isRoleOf(role, place)) return false;
  if (actor.isAdministrator) return true;
  return place !== null && isSecretariatOf(actor, place.studyGroupId);
}

/** Whether the person is of the secretariat of this Study Group (or TSAG). */
export function isSecretariatOf(actor: Actor, studyGroupId: string): boolean {
  return actor.roles.some(({ role, groupId }) => role === "secretariat" && groupId === studyGroupId);
}

/** @throws AppError `forbidden` when {@link mayGiveRole} says no. */
export function requireMayGiveRole(actor: Actor, role: Role, place: RolePlace | null): void {
  if (!mayGiveRole(actor, role, place)) throw new AppError("forbidden", "people.mayNotGive");
}

/** Only the person changes their own profile. @throws AppError `forbidden` for anybody else. */
export function requireOwnProfile(actor: Actor, personId: string): void {
  if (actor.id !== personId) throw new AppError("forbidden", "refusal.forbidden");
}

/** Only administrators change somebody's e-mail address: it is the key to sign in. */
export function mayChangeAddress(actor: Actor): boolean {
  return actor.isAdministrator;
}

/** @throws AppError `forbidden` when {@link mayChangeAddress} says no. */
export function requireMayChangeAddress(actor: Actor): void {
  if (!mayChangeAddress(actor)) throw new AppError("forbidden", "refusal.forbidden");
}
