import type { Finding } from "#lib/kernel/finding";

/** Which finding: the rule, and the id of the slot, meeting, letter … that it is about. */
export type FindingKey = { readonly rule: string; readonly subjectId: string };

/** A finding that a co-chair set aside, and why. It is printed in the record. */
export type Waiver = FindingKey & {
  readonly id: string;
  readonly reason: string;
  /** Name of the co-chair. */
  readonly waivedBy: string;
  readonly waivedAt: Date;
  /** The rule was changed after that: it was set aside under an older edition. */
  readonly isUnderOlderRule: boolean;
};

/** The waiver of a finding about this subject, or null. */
export function waiverOf(
  finding: Pick<Finding, "rule">,
  subjectId: string,
  waivers: readonly Waiver[],
): Waiver | null {
  return waivers.find((waiver) => waiver.rule === finding.rule && waiver.subjectId === subjectId) ?? null;
}
