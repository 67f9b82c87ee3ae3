import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { flatLimits } from "#lib/rules/domain/limit-fields";
import { requireMayChangeRules } from "#lib/rules/domain/policy";
import { isRuleId, ruleSetOf } from "#lib/rules/domain/rule-change";
import { ruleIn } from "#lib/rules/domain/rules";
import type { ChangeRuleInput } from "#lib/rules/schema";
import { insertRuleChange, listRuleChanges } from "#lib/rules/store";

/**
 * Puts another edition of a rule in force: its source, weight and limits, with the reason. From now on every check
 * takes it, also those of open polls; what was before stays in the history.
 *
 * @throws AppError `forbidden` for who is no administrator; `conflict` when somebody changed the rule meanwhile, or when
 *   nothing would change.
 */
export async function changeRule(actor: Actor, input: ChangeRuleInput, now = new Date()): Promise<void> {
  requireMayChangeRules(actor);
  const { rule: id, seen, ...change } = input;
  if (!isRuleId(id)) throw new AppError("not_found", "refusal.notFound");
  await transaction(async (db) => {
    const changes = await listRuleChanges(db, id);
    if ((changes.at(-1)?.id ?? "") !== seen) throw new AppError("conflict", "refusal.conflict");
    const set = ruleSetOf(changes);
    const { source, clause, edition, severity } = ruleIn(set, id);
    const before = { source, clause, edition, severity, limits: { ...flatLimits(set.limits, id) } };
    const { reason, ...after } = change;
    if (JSON.stringify(Object.entries(before).sort()) === JSON.stringify(Object.entries(after).sort()))
      throw new AppError("conflict", "ruleBook.nothingChanged");
    const limits = Object.fromEntries(
      Object.entries(change.limits).map(([path, value]) => [
        path,
        typeof value === "number" ? value : [...value],
      ]),
    );
    const changeId = await insertRuleChange(db, {
      ...after,
      limits,
      rule: id,
      reason,
      changedById: actor.id,
      changedAt: now,
    });
    await recordAct(db, actor, {
      ...{ action: "ruleChange", subjectType: "rule_change", subjectId: changeId },
      before: JSON.parse(JSON.stringify(before)),
      after: { rule: id, ...after, limits, reason },
    });
  });
}
