import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { mayChangeRules } from "#lib/rules/domain/policy";
import { type RuleChange, ruleSetOf } from "#lib/rules/domain/rule-change";
import type { Limits, Rule } from "#lib/rules/domain/rules";
import { listRuleChanges } from "#lib/rules/store";

/** A rule as it is in force, with the change that made it so; null while it is as shipped. */
export type RuleLine = { readonly rule: Rule; readonly change: RuleChange | null };

/** Every rule in force, in the order of the registry, for whoever is signed in. */
export async function listRules(actor: Actor): Promise<{
  readonly rules: readonly RuleLine[];
  readonly limits: Limits;
  readonly mayChange: boolean;
}> {
  const changes = await listRuleChanges(db);
  const { rules, limits } = ruleSetOf(changes);
  const newest = new Map(changes.map((change) => [change.rule, change]));
  return {
    rules: rules.map((rule) => ({ rule, change: newest.get(rule.id) ?? null })),
    limits,
    mayChange: mayChangeRules(actor),
  };
}
