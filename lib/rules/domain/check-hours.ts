import type { Finding } from "#lib/kernel/finding";
import { clockOfMinute, type HoursOfDay, touchesHours } from "#lib/kernel/hours";
import type { Interval } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { clockIn } from "#lib/kernel/zone";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";
import { placeOf, totalPeople, type ZonePeople } from "./zone-people.ts";

/**
 * D3: who would sit at night (a warning), and who else outside the day's hours (shown only), counted in people.
 *
 * A minute of a slot is enough. Nobody is counted twice: whoever is in the first finding is not in the second.
 */
export function checkHours(
  slot: Interval,
  zones: readonly ZonePeople[],
  rules: RuleSet = SHIPPED,
): Finding[] {
  const limits = rules.limits.D3;
  const atNight = zones.filter((zone) => touchesHours(slot, zone.timeZone, limits.night));
  const early = zones.filter(
    (zone) =>
      !atNight.includes(zone) &&
      touchesHours(slot, zone.timeZone, { from: limits.day.to, to: limits.day.from }),
  );
  const findings: Finding[] = [];
  if (atNight.length > 0) {
    const values = { people: totalPeople(atNight), places: places(slot, atNight), ...clocks(limits.night) };
    findings.push({
      rule: "D3",
      severity: ruleIn(rules, "D3").severity,
      message: say("rules.D3.night", values),
    });
  }
  if (early.length > 0) {
    const values = { people: totalPeople(early), places: places(slot, early), ...clocks(limits.day) };
    findings.push({ rule: "D3", severity: "show", message: say("rules.D3.outsideDay", values) });
  }
  return findings;
}

/** Such as `Seoul 21:00-23:00 (4), Tokyo 21:00-23:00 (1)`. */
function places(slot: Interval, zones: readonly ZonePeople[]): string {
  return zones
    .map(({ timeZone, people }) => {
      const hours = `${clockIn(slot.start, timeZone)}-${clockIn(slot.end, timeZone)}`;
      return `${placeOf(timeZone)} ${hours} (${people})`;
    })
    .join(", ");
}

const clocks = ({ from, to }: HoursOfDay) => ({ from: clockOfMinute(from), to: clockOfMinute(to) });
