import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { mayChangeRules } from "#lib/rules/domain/policy";
import { isRuleId, type RuleChange, ruleSetOf } from "#lib/rules/domain/rule-change";
import { type Limits, type Rule, type RuleId, ruleIn, ruleOf } from "#lib/rules/domain/rules";
import { listRuleChanges } from "#lib/rules/store";

/** A change, with the rule and its limits as they were from then on. */
export type RuleEdition = { readonly change: RuleChange; readonly rule: Rule; readonly limits: Limits };

/** Everything the page of a rule says. */
export type RuleView = {
  readonly rule: Rule;
  readonly shipped: Rule;
  readonly limits: Limits;
  /** Newest first. */
  readonly history: readonly RuleEdition[];
  readonly mayChange: boolean;
};

/** A rule with its history, for whoever is signed in. @throws AppError `not_found` */
export async function showRule(actor: Actor, id: string): Promise<RuleView> {
  if (!isRuleId(id)) throw new AppError("not_found", "refusal.notFound");
  const changes = await listRuleChanges(db, id);
  const set = ruleSetOf(changes);
  return {
    rule: ruleIn(set, id),
    shipped: ruleOf(id),
    limits: set.limits,
    history: changes.map((change, at) => editionAfter(id, change, changes.slice(0, at + 1))).toReversed(),
    mayChange: mayChangeRules(actor),
  };
}

function editionAfter(id: RuleId, change: RuleChange, changes: readonly RuleChange[]): RuleEdition {
  const set = ruleSetOf(changes);
  return { change, rule: ruleIn(set, id), limits: set.limits };
}
