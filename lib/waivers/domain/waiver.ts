import type { Finding } from "#lib/kernel/finding";

/** Which finding: the rule, the id of the slot, meeting, letter … that it is about, and what exactly was found. */
export type FindingKey = {
  readonly rule: string;
  readonly subjectId: string;
  /** Empty where a rule finds one thing alone. */
  readonly about: string;
};

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

/** A finding with the reason for which it was set aside; null while it counts. */
export type WeighedFinding = Finding & { readonly waiver: Waiver | null };

/** What a finding about this subject is set aside by. */
export const keyOf = (
  { rule, about = "" }: Pick<Finding, "rule" | "about">,
  subjectId: string,
): FindingKey => ({
  ...{ rule, subjectId, about },
});

/** The waiver of a finding about this subject, or null. What was set aside is this finding, and no other of the rule. */
export function waiverOf(
  finding: Pick<Finding, "rule" | "about">,
  subjectId: string,
  waivers: readonly Waiver[],
): Waiver | null {
  const { rule, about } = keyOf(finding, subjectId);
  return (
    waivers.find(
      (waiver) => waiver.rule === rule && waiver.subjectId === subjectId && waiver.about === about,
    ) ?? null
  );
}

/** Findings about one subject, each with its waiver. */
export const weigh = (
  findings: readonly Finding[],
  subjectId: string,
  waivers: readonly Waiver[],
): WeighedFinding[] =>
  findings.map((finding) => ({ ...finding, waiver: waiverOf(finding, subjectId, waivers) }));

/** Those that break a rule and that nobody set aside. */
export const counting = (findings: readonly WeighedFinding[]): WeighedFinding[] =>
  findings.filter(({ severity, waiver }) => severity === "fail" && waiver === null);

/** What of these findings breaks a rule and can be set aside, each once. */
export function breachesOf(findings: readonly Finding[], subjectId: string): FindingKey[] {
  const keys = findings.filter(({ severity }) => severity === "fail").map((each) => keyOf(each, subjectId));
  return [...new Map(keys.map((key) => [`${key.rule} ${key.about}`, key])).values()];
}
