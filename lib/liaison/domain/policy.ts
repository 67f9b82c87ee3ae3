import { AppError } from "#lib/kernel/errors";
import type { Actor, GroupRole } from "#lib/people/domain/actor";

const LEADERS: readonly GroupRole[] = ["secretariat", "chair", "vice_chair", "wp_chair", "rapporteur"];

/** What decides who may see a letter. */
export type SharedLetter = {
  readonly createdById: string;
  readonly seriesId: string | null;
  /** Study Groups it comes from and goes to, such as `SG2`. */
  readonly groups: readonly string[];
};

/** Who leads a group, its secretariat, co-chairs of a series, and administrators read and record letters. */
export function mayRecordLetters(actor: Actor): boolean {
  return (
    actor.isAdministrator ||
    actor.roles.some(({ role }) => LEADERS.includes(role)) ||
    actor.parts.some(({ role }) => role === "co_chair")
  );
}

/** @throws AppError `forbidden` when {@link mayRecordLetters} says no. */
export function requireMayRecordLetters(actor: Actor): void {
  if (!mayRecordLetters(actor)) throw new AppError("forbidden", "refusal.forbidden");
}

/** Who recorded it, who has a role in a group it names, who has a part in its series, and administrators. */
export function maySeeLetter(actor: Actor, letter: SharedLetter): boolean {
  return (
    actor.isAdministrator ||
    actor.id === letter.createdById ||
    actor.parts.some(({ seriesId }) => seriesId === letter.seriesId) ||
    actor.roles.some(({ group }) => letter.groups.includes(familyOf(group)))
  );
}

/** The Study Group of a Question or Working Party: `SG20` of `Q6/20`. */
function familyOf(reference: string): string {
  const number = /^(?:Q|WP)\d+\/(\d+)$/.exec(reference)?.[1];
  return number ? `SG${number}` : reference;
}
