import type { Day } from "#lib/kernel/day";

export type GroupRole = "secretariat" | "chair" | "vice_chair" | "wp_chair" | "rapporteur" | "delegate";

/** A role that somebody holds today in a group. */
export type HeldRole = {
  readonly role: GroupRole;
  readonly groupId: string;
  /** Reference of the group, such as `SG2` or `Q1/2`. */
  readonly group: string;
};

/** A part that somebody has today in a series, for one side. */
export type SeriesPart = {
  readonly seriesId: string;
  readonly sideId: string;
  readonly role: "co_chair" | "participant";
};

/**
 * The person on whose behalf a use case runs, with what the database says today of that person's rights.
 *
 * It is read anew for each request and never taken from the browser.
 */
export type Actor = {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAdministrator: boolean;
  readonly roles: readonly HeldRole[];
  readonly parts: readonly SeriesPart[];
};

/** A person's role, in the store's terms, with its first and last day. */
export type Holding = { readonly fromDay: Day; readonly toDay: Day | null };

/** Whether a role is held on a day; first and last day are included. */
export function isHeldOn(holding: Holding, day: Day): boolean {
  return holding.fromDay <= day && (holding.toDay === null || day <= holding.toDay);
}

/** Whether the actor holds one of the roles in the group. */
export function holdsRole(actor: Actor, groupId: string, ...roles: readonly GroupRole[]): boolean {
  return actor.roles.some((held) => held.groupId === groupId && roles.includes(held.role));
}
