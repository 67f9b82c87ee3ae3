import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { LIMITS, ruleOf } from "./rules.ts";

/** D6: a meeting of more than two hours needs a break (shown), one of more than three is too long (a warning). */
export function checkLength(lengthMinutes: number, limits = LIMITS.D6): Finding[] {
  const hours = (minutes: number) => minutes / 60;
  if (lengthMinutes > limits.longAboveMinutes) {
    const message = say("rules.D6.long", { minutes: lengthMinutes, hours: hours(limits.longAboveMinutes) });
    return [{ rule: "D6", severity: ruleOf("D6").severity, message, remedy: say("rules.D6.longRemedy") }];
  }
  if (lengthMinutes > limits.breakAboveMinutes) {
    const message = say("rules.D6.break", { minutes: lengthMinutes, hours: hours(limits.breakAboveMinutes) });
    return [{ rule: "D6", severity: "show", message }];
  }
  return [];
}
