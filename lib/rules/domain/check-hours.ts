import type { Finding } from "#lib/kernel/finding";
import { type Interval, MS_PER_MINUTE } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { clockIn, minuteOfDayIn } from "#lib/kernel/zone";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";
import { placeOf, totalPeople, type ZonePeople } from "./zone-people.ts";

/** Minutes after local midnight, `from` included and `to` not. It may run over midnight. */
type HoursOfDay = { readonly from: number; readonly to: number };

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
  const atNight = zones.filter((zone) => touches(slot, zone.timeZone, limits.night));
  const early = zones.filter(
    (zone) =>
      !atNight.includes(zone) && touches(slot, zone.timeZone, { from: limits.day.to, to: limits.day.from }),
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

/** Whether a minute of the slot falls into these hours of the zone's clock. */
function touches(slot: Interval, timeZone: string, hours: HoursOfDay): boolean {
  const start = minuteOfDayIn(slot.start, timeZone);
  if (isWithin(start, hours)) return true;
  const lengthMinutes = (slot.end.getTime() - slot.start.getTime()) / MS_PER_MINUTE;
  const untilThen = (hours.from - start + MINUTES_A_DAY) % MINUTES_A_DAY;
  // A clock change inside the slot moves the clock; the end is then looked at by itself.
  const lastMinute = new Date(slot.end.getTime() - MS_PER_MINUTE);
  return untilThen < lengthMinutes || isWithin(minuteOfDayIn(lastMinute, timeZone), hours);
}

const MINUTES_A_DAY = 1_440;

function isWithin(minute: number, { from, to }: HoursOfDay): boolean {
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
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

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const clocks = ({ from, to }: HoursOfDay) => ({ from: clock(from), to: clock(to) });
