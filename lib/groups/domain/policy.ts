import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isSecretariatOf } from "#lib/people/domain/policy";

/** Administrators edit every group; a secretariat its Study Group with the groups below it. */
export function mayEditGroup(actor: Actor, group: { readonly studyGroupId: string }): boolean {
  return actor.isAdministrator || isSecretariatOf(actor, group.studyGroupId);
}

/** @throws AppError `forbidden` when {@link mayEditGroup} says no. */
export function requireMayEditGroup(actor: Actor, group: { readonly studyGroupId: string }): void {
  if (!mayEditGroup(actor, group)) throw new AppError("forbidden", "refusal.forbidden");
}

/** Whoever edits a group may remove it while nothing stands on it; a Study Group only an administrator. */
export function mayRemoveGroup(
  actor: Actor,
  group: { readonly studyGroupId: string; readonly parentId: string | null },
): boolean {
  return group.parentId === null ? actor.isAdministrator : mayEditGroup(actor, group);
}

/** @throws AppError `forbidden` when {@link mayRemoveGroup} says no. */
export function requireMayRemoveGroup(actor: Actor, group: Parameters<typeof mayRemoveGroup>[1]): void {
  if (!mayRemoveGroup(actor, group)) throw new AppError("forbidden", "refusal.forbidden");
}

/** Whether the person may edit any group at all, and so import a file. */
export function mayImportGroups(actor: Actor): boolean {
  return actor.isAdministrator || actor.roles.some(({ role }) => role === "secretariat");
}

/** @throws AppError `forbidden` when {@link mayImportGroups} says no. */
export function requireMayImportGroups(actor: Actor): void {
  if (!mayImportGroups(actor)) throw new AppError("forbidden", "refusal.forbidden");
}

/** Only administrators add Study Groups. @throws AppError `forbidden` */
export function requireAdministrator(actor: Actor): void {
  if (!actor.isAdministrator) throw new AppError("forbidden", "refusal.forbidden");
}
