import { AppError, type FieldWords } from "#lib/kernel/errors";
import { say, type Words } from "#lib/kernel/words";
import type { Actor, GroupRole } from "#lib/people/domain/actor";

/** A group as far as a proposal needs it. `family` is the reference of its Study Group, or its own. */
export type KnownGroup = {
  readonly id: string;
  readonly reference: string;
  readonly kind: "SG" | "WP" | "Q" | "TSAG";
  readonly family: string;
};

/** What a proposal names: groups by reference, as people write them. */
export type NamedGroups = {
  readonly sides: readonly {
    readonly group: string;
    readonly questions: readonly string[];
    readonly coChair: { readonly email: string } | null;
  }[];
  readonly target: { readonly group: string | null };
};

const PROPOSERS: readonly GroupRole[] = ["secretariat", "chair", "vice_chair", "wp_chair", "rapporteur"];

/**
 * Whether this person may propose a joint series of these groups: who leads one of them, or a Working Party or
 * Question of it, its secretariat, and administrators.
 *
 * `families` holds the ids of each side's Study Group and of all groups below it.
 */
export function mayProposeSeries(actor: Actor, families: readonly string[]): boolean {
  return (
    actor.isAdministrator ||
    actor.roles.some((held) => PROPOSERS.includes(held.role) && families.includes(held.groupId))
  );
}

/** Whether this person may propose a series of some groups; which ones is asked when the groups are known. */
export function mayProposeSomeSeries(actor: Actor): boolean {
  return actor.isAdministrator || actor.roles.some((held) => PROPOSERS.includes(held.role));
}

/**
 * Checks that the groups of a proposal exist and fit: each side is a Study Group, no two sides are the same, and
 * each Question belongs to its side; and that no person is co-chair twice.
 *
 * @throws AppError `invalid` with words by field (`sides.0.group`, `sides.0.questions`, `sides.0.coChair.email`,
 *   `target.group`).
 */
export function requireGroupsFit(named: NamedGroups, known: readonly KnownGroup[]): void {
  const groups = new Map(known.map((group) => [group.reference, group]));
  const fields: Record<string, Words[]> = {};
  const seen = new Set<string>();
  const emails = new Set<string>();
  named.sides.forEach((side, index) => {
    const wrong = wrongSide(side.group, groups, seen);
    if (wrong) fields[`sides.${index}.group`] = [wrong];
    seen.add(side.group);
    const questions = side.questions.flatMap((reference) => wrongQuestion(reference, side.group, groups));
    if (questions.length > 0) fields[`sides.${index}.questions`] = questions;
    if (!side.coChair) return;
    if (emails.has(side.coChair.email)) {
      fields[`sides.${index}.coChair.email`] = [say("series.problem.sameCoChair")];
    }
    emails.add(side.coChair.email);
  });
  const target = named.target.group;
  if (target && !groups.has(target))
    fields["target.group"] = [say("series.problem.unknownGroup", { target })];
  refuseWith(fields);
}

function wrongSide(
  reference: string,
  groups: ReadonlyMap<string, KnownGroup>,
  seen: ReadonlySet<string>,
): Words | null {
  const group = groups.get(reference);
  if (!group) return say("series.problem.unknownGroup", { target: reference });
  if (group.kind !== "SG") return say("series.problem.notStudyGroup", { group: reference });
  return seen.has(reference) ? say("series.problem.sameSide", { group: reference }) : null;
}

function wrongQuestion(reference: string, side: string, groups: ReadonlyMap<string, KnownGroup>): Words[] {
  const group = groups.get(reference);
  if (!group) return [say("series.problem.unknownGroup", { target: reference })];
  if (group.kind === "SG" || group.family !== side) {
    return [say("series.problem.foreignQuestion", { question: reference, group: side })];
  }
  return [];
}

function refuseWith(fields: FieldWords): void {
  if (Object.keys(fields).length > 0) throw new AppError("invalid", "refusal.checkFields", fields);
}
