import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { cite, ruleIn, type RuleSet } from "#lib/rules/domain/rules";
import type { SideConsent } from "#lib/series/domain/consents";

/**
 * N5: before a meeting is called confirmed, every side has agreed to the series in principle.
 *
 * `sides` is where each side stands on the series itself. One finding names all that have not agreed.
 */
export function checkConfirmation(sides: readonly SideConsent[], rules: RuleSet): Finding[] {
  const missing = sides.filter(({ outcome }) => outcome !== "agreed").map(({ side }) => side.group.reference);
  if (missing.length === 0) return [];
  const message = say("meetings.N5.message", { count: missing.length, groups: missing.join(", ") });
  const { severity } = ruleIn(rules, "N5");
  return cite([{ rule: "N5", severity, message, remedy: say("meetings.N5.remedy") }], rules);
}
