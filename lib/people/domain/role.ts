import type { Day } from "#lib/kernel/day";
import type { GroupRole } from "./actor.ts";

export type Role = GroupRole | "administrator";

/** A group as roles see it. `studyGroupId` is its Study Group (or TSAG), which may be the group itself. */
export type RolePlace = {
  readonly id: string;
  readonly reference: string;
  /** TSAG | SG | WP | Q */
  readonly kind: string;
  readonly studyGroupId: string;
};

const KINDS: Readonly<Record<GroupRole, readonly string[]>> = {
  secretariat: ["TSAG", "SG"],
  chair: ["TSAG", "SG"],
  vice_chair: ["TSAG", "SG", "WP"],
  wp_chair: ["WP"],
  rapporteur: ["TSAG", "Q"],
  delegate: ["TSAG", "SG", "WP", "Q"],
};

/** Every role that exists, from the one with most rights on. */
export const ROLES: readonly Role[] = [
  "administrator",
  "secretariat",
  "chair",
  "vice_chair",
  "wp_chair",
  "rapporteur",
  "delegate",
];

/** Whether such a role exists there: a rapporteur has a Question, an administrator (no group) the installation. */
export function isRoleOf(role: Role, place: Pick<RolePlace, "kind"> | null): boolean {
  if (role === "administrator") return place === null;
  return place !== null && KINDS[role].includes(place.kind);
}

/** A role of a person, with its first and last day (both included); no last day while it is open. */
export type RoleSpan = {
  readonly id: string;
  readonly role: Role;
  readonly place: RolePlace | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};

/** Whether two spans of days share one; both ends are included. */
export function spansMeet(
  a: Pick<RoleSpan, "fromDay" | "toDay">,
  b: Pick<RoleSpan, "fromDay" | "toDay">,
): boolean {
  return (b.toDay === null || a.fromDay <= b.toDay) && (a.toDay === null || b.fromDay <= a.toDay);
}
