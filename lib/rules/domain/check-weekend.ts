import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { dayIn } from "#lib/kernel/zone";
import { ruleIn, type RuleSet, SHIPPED } from "./rules.ts";
import { countByZone, placeOf, totalPeople, type ZonePeople } from "./zone-people.ts";

/** People who share the days of their weekend, from 0 for Sunday to 6 for Saturday. */
export type WeekendPeople = { readonly days: readonly number[]; readonly people: readonly ZonePeople[] };

/** D2: for how many people the slot begins or ends on a day of their weekend, in their own zone. */
export function checkWeekend(
  slot: Interval,
  weekends: readonly WeekendPeople[],
  rules: RuleSet = SHIPPED,
): Finding[] {
  const concerned = weekends.flatMap(({ days, people }) =>
    people.filter(({ timeZone }) => weekdaysOf(slot, timeZone).some((day) => days.includes(day))),
  );
  if (concerned.length === 0) return [];
  const places = concerned.map(({ timeZone, people }) => `${placeOf(timeZone)} (${people})`).join(", ");
  const message = say("rules.D2.weekend", { people: totalPeople(concerned), places });
  return [{ rule: "D2", severity: ruleIn(rules, "D2").severity, message }];
}

function weekdaysOf({ start, end }: Interval, timeZone: string): number[] {
  const last = new Date(end.getTime() - 1);
  return [start, last].map((instant) => new Date(`${dayIn(instant, timeZone)}T00:00:00Z`).getUTCDay());
}

/** People by the days of their weekend, as the limits of D2 have them. */
export function weekendsOf(
  people: readonly { readonly timeZone: string; readonly country: string | null }[],
  { weekend, fridaySaturday }: RuleSet["limits"]["D2"],
): WeekendPeople[] {
  const isFriday = ({ country }: { readonly country: string | null }) =>
    country !== null && fridaySaturday.includes(country);
  return [
    { days: weekend, people: countByZone(people.filter((person) => !isFriday(person))) },
    { days: [5, 6], people: countByZone(people.filter(isFriday)) },
  ].filter((group) => group.people.length > 0);
}
