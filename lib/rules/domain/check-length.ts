import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";

/** D6: a meeting of more than two hours needs a break (shown), one of more than three is too long (a warning). */
export function checkLength(lengthMinutes: number, rules: RuleSet = SHIPPED): Finding[] {
  const limits = rules.limits.D6;
  const hours = (minutes: number) => minutes / 60;
  if (lengthMinutes > limits.longAboveMinutes) {
    const message = say("rules.D6.long", { minutes: lengthMinutes, hours: hours(limits.longAboveMinutes) });
    return [
      { rule: "D6", severity: ruleIn(rules, "D6").severity, message, remedy: say("rules.D6.longRemedy") },
    ];
  }
  if (lengthMinutes > limits.breakAboveMinutes) {
    const message = say("rules.D6.break", { minutes: lengthMinutes, hours: hours(limits.breakAboveMinutes) });
    return [{ rule: "D6", severity: "show", message }];
  }
  return [];
}
