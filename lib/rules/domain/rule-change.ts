import type { Severity } from "#lib/kernel/finding";
import { withLimits } from "./limit-fields.ts";
import { type Rule, RULES, type RuleId, type RuleSet, SHIPPED } from "./rules.ts";

/** A change of a rule by an administrator. It is never changed itself; the newest of a rule counts. */
export type RuleChange = {
  readonly id: string;
  readonly rule: string;
  readonly source: string;
  readonly clause: string;
  readonly edition: string | null;
  readonly severity: string;
  /** By the paths of the rule's fields. */
  readonly limits: unknown;
  readonly reason: string;
  /** Name of the administrator. */
  readonly changedBy: string;
  readonly changedAt: Date;
};

const SEVERITIES: readonly string[] = ["fail", "warn", "show"] satisfies Severity[];

/** Whether a text is the id of a rule in the registry. */
export function isRuleId(text: string): text is RuleId {
  return RULES.some(({ id }) => id === text);
}

/** The shipped rules with the changes, oldest first; changes of rules that are no longer shipped say nothing. */
export function ruleSetOf(changes: readonly RuleChange[]): RuleSet {
  return changes.reduce<RuleSet>((set, change) => {
    const { rule: id, limits } = change;
    if (!isRuleId(id)) return set;
    return {
      rules: set.rules.map((rule) => (rule.id === id ? changed(rule, change) : rule)),
      limits: withLimits(set.limits, id, limits),
    };
  }, SHIPPED);
}

function changed(rule: Rule, { source, clause, edition, severity }: RuleChange): Rule {
  const weight = SEVERITIES.includes(severity) ? (severity as Severity) : rule.severity;
  return { ...rule, source, clause, edition, severity: weight };
}
