import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { burdensOf } from "#lib/ranking/domain/burden";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";
import { placeOf, type ZonePeople } from "./zone-people.ts";

/** D4 for one slot: its burden in each zone that bears any, the heaviest first; each zone counts once. */
export function checkBurden(
  slot: Interval & { readonly lengthMinutes: number },
  zones: readonly ZonePeople[],
  rules: RuleSet = SHIPPED,
): Finding[] {
  const span = { start: slot.start.getTime(), lengthMinutes: slot.lengthMinutes };
  const burdens = zones
    .map(({ timeZone }) => ({
      place: placeOf(timeZone),
      burden: burdensOf([span], timeZone, rules.limits.D4.burdenByHour)[0] ?? 0,
    }))
    .filter(({ burden }) => burden > 0)
    .sort((a, b) => b.burden - a.burden);
  if (burdens.length === 0) return [];
  const places = burdens.map(({ place, burden }) => `${place} ${burden}`).join(", ");
  return [{ rule: "D4", severity: ruleIn(rules, "D4").severity, message: say("rules.D4.slot", { places }) }];
}
