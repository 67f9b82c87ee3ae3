import { invariant } from "#lib/kernel/errors";
import type { Finding, Severity } from "#lib/kernel/finding";
import type { WordKey } from "#lib/kernel/words";

export type RuleId =
  | `N${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `D${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `L${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `G${1 | 2}`
  | `R${1 | 2 | 3 | 4}`
  | `T${1 | 2}`;

/** How well the source of a rule is known: read in its text, in an excerpt, inferred from it, or plain practice. */
export type Basis = "verified" | "excerpt" | "inferred" | "practice";

/** One rule of docs/rules.md. */
export type Rule = {
  readonly id: RuleId;
  /** The text it comes from, as people cite it. */
  readonly source: string;
  /** Empty when the source has no numbered clauses. */
  readonly clause: string;
  /** Edition as the source writes it; null when it has none, such as a web page. */
  readonly edition: string | null;
  readonly basis: Basis;
  /** Weight of its findings when the check says nothing else. */
  readonly severity: Severity;
  readonly title: WordKey;
};

const A1 = { source: "Rec. ITU-T A.1", edition: "10/2016", basis: "verified" } as const;
const PAGE = { source: "TSB e-meeting request page", clause: "", edition: null, basis: "verified" } as const;
const PRACTICE = { source: "practice", clause: "", edition: null, basis: "practice" } as const;
const ISO = { source: "ISO meeting planner", clause: "", edition: null, basis: "practice" } as const;
const TEMPLATE = { source: "TSB template", clause: "", edition: null, basis: "verified" } as const;
const ZONES = {
  source: "draft-nottingham-scheduling-online-meetings",
  clause: "",
  edition: null,
  basis: "practice",
} as const;

/**
 * Every rule that the product checks, as data: changing a clause, an edition or a weight is a change here alone.
 *
 * @see docs/rules.md, which says the same in words.
 */
export const RULES: readonly Rule[] = [
  { id: "N1", ...A1, clause: "2.3.3.10-11", severity: "warn", title: "rules.titles.N1" },
  { id: "N2", ...PAGE, severity: "fail", title: "rules.titles.N2" },
  { id: "N3", ...PAGE, severity: "fail", title: "rules.titles.N3" },
  {
    ...{ id: "N4", source: "Rec. ITU-T A Suppl. 5", clause: "III.2.4", edition: null },
    ...{ basis: "inferred", severity: "fail", title: "rules.titles.N4" },
  },
  { id: "N5", ...A1, clause: "2.3.3.11, 1.5.1", severity: "fail", title: "rules.titles.N5" },
  { id: "N6", ...A1, clause: "2.3.3.11", severity: "warn", title: "rules.titles.N6" },
  {
    ...{ id: "N7", source: "TSB collective letters", clause: "", edition: null },
    ...{ basis: "excerpt", severity: "warn", title: "rules.titles.N7" },
  },
  { id: "D1", ...A1, clause: "2.3.3.13", severity: "fail", title: "rules.titles.D1" },
  { id: "D2", ...PRACTICE, severity: "warn", title: "rules.titles.D2" },
  {
    ...{ id: "D3", ...ZONES, source: "ISO meeting planner; draft-nottingham-scheduling-online-meetings" },
    ...{ severity: "warn", title: "rules.titles.D3" },
  },
  { id: "D4", ...ZONES, severity: "show", title: "rules.titles.D4" },
  {
    ...{ id: "D5", source: "tz database", clause: "", edition: null },
    ...{ basis: "practice", severity: "warn", title: "rules.titles.D5" },
  },
  { id: "D6", ...ISO, severity: "warn", title: "rules.titles.D6" },
  { id: "D7", ...A1, clause: "3.1.8, 3.2.4, 3.3.3", severity: "warn", title: "rules.titles.D7" },
  { id: "D8", ...A1, clause: "1.3.3", basis: "inferred", severity: "warn", title: "rules.titles.D8" },
  { id: "L1", ...A1, clause: "1.5.1", severity: "fail", title: "rules.titles.L1" },
  { id: "L2", ...A1, clause: "1.5.1", severity: "fail", title: "rules.titles.L2" },
  { id: "L3", ...A1, clause: "1.5.1", severity: "fail", title: "rules.titles.L3" },
  { id: "L4", ...A1, clause: "1.5.1", severity: "fail", title: "rules.titles.L4" },
  { id: "L5", ...A1, clause: "1.5.1", severity: "fail", title: "rules.titles.L5" },
  { id: "L6", ...A1, clause: "1.5.2", severity: "warn", title: "rules.titles.L6" },
  {
    ...{ id: "L7", source: "the liaison statement itself", clause: "", edition: null },
    ...{ basis: "practice", severity: "warn", title: "rules.titles.L7" },
  },
  { id: "G1", ...PRACTICE, severity: "warn", title: "rules.titles.G1" },
  { id: "G2", ...PRACTICE, severity: "warn", title: "rules.titles.G2" },
  { id: "R1", ...A1, clause: "2.3.3.12", severity: "fail", title: "rules.titles.R1" },
  { id: "R2", ...A1, clause: "2.3.3.12", severity: "fail", title: "rules.titles.R2" },
  { id: "R3", ...A1, clause: "2.3.3.12, App. I", severity: "warn", title: "rules.titles.R3" },
  { id: "R4", ...A1, clause: "1.5.1", basis: "inferred", severity: "fail", title: "rules.titles.R4" },
  { id: "T1", ...TEMPLATE, severity: "warn", title: "rules.titles.T1" },
  { id: "T2", ...PRACTICE, severity: "fail", title: "rules.titles.T2" },
];

/** The rule with this id, as it is shipped. */
export function ruleOf(id: RuleId): Rule {
  return ruleIn(SHIPPED, id);
}

/** The rule with this id, as the set has it. */
export function ruleIn({ rules }: RuleSet, id: RuleId): Rule {
  const rule = rules.find((known) => known.id === id);
  invariant(rule !== undefined, `rule ${id} is in the registry`);
  return rule;
}

/** What is counted and measured: days of notice, hours of the day, minutes, days before the target meeting. */
export const LIMITS = {
  N1: { months: 2 },
  N2: { days: 14 },
  /** Minutes after local midnight; `to` is the first minute that is no longer inside. */
  D3: { day: { from: 7 * 60, to: 19 * 60 }, night: { from: 23 * 60, to: 8 * 60 } },
  /** What a minute of a meeting weighs at each local hour, from 0 to 23. The bands are those of D3; the weights are ours. */
  D4: { burdenByHour: [6, 6, 6, 6, 6, 5, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 5] },
  /** Days of the weekend, from 0 for Sunday to 6 for Saturday; and the countries (ISO 3166-1) with Friday and Saturday. */
  D2: { weekend: [6, 0], fridaySaturday: [] },
  D6: { breakAboveMinutes: 120, longAboveMinutes: 180 },
  /** Calendar days before the target meeting opens, and working days that the secretariat may take to post. */
  D7: { exceptionDays: 21, contributionDays: 12, availableDays: 7, postingWorkingDays: 3 },
} as const;

/** Numbers instead of the very numbers that are shipped. */
type Loose<T> = T extends number
  ? number
  : T extends readonly []
    ? readonly string[]
    : T extends readonly number[]
      ? readonly number[]
      : { readonly [Key in keyof T]: Loose<T[Key]> };

/** What is counted and measured, whoever set it. */
export type Limits = Loose<typeof LIMITS>;

/** The rules that are in force: the shipped ones, with what administrators changed. Every check takes one. */
export type RuleSet = { readonly rules: readonly Rule[]; readonly limits: Limits };

/** The rules as they are shipped. */
export const SHIPPED: RuleSet = { rules: RULES, limits: LIMITS };

/** The findings with the source, edition and clause of their rules as the set has them. */
export function cite<Kind extends Finding>(findings: readonly Kind[], set: RuleSet): Kind[] {
  return findings.map((finding) => {
    const rule = set.rules.find(({ id }) => id === finding.rule);
    return rule ? { ...finding, cited: citationOf(rule) } : finding;
  });
}

/** Source, edition and clause, as people cite them; empty for practice. */
export function citationOf({ source, edition, clause, basis }: Rule): string {
  if (basis === "practice" && source === "practice") return "";
  return [source, edition && `(${edition})`, clause].filter(Boolean).join(" ");
}
