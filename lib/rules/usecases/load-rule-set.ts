import type { Db } from "#lib/db/client";
import { ruleSetOf } from "#lib/rules/domain/rule-change";
import type { RuleSet } from "#lib/rules/domain/rules";
import { listRuleChanges } from "#lib/rules/store";

/** The rules that are in force now: the shipped ones, with what administrators changed. */
export async function loadRuleSet(db: Db): Promise<RuleSet> {
  return ruleSetOf(await listRuleChanges(db));
}
