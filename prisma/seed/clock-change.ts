import { addDays, type Day } from "#lib/kernel/day";
import { GENEVA, instantOf } from "#lib/kernel/zone";

/** Noon of a day in UTC: the offset of a zone is that of the whole day before its change. */
const offsetOn = (day: Day, zone: string) =>
  instantOf(day, "12:00", zone).getTime() - Date.parse(`${day}T12:00:00Z`);

/** The first day within reach on which clocks differ from the day before, in Geneva or in New York; null without one. */
export function clockChangeAfter(today: Day): number | null {
  for (let days = 89; days < 165; days += 1)
    for (const zone of [GENEVA, "America/New_York"])
      if (offsetOn(addDays(today, days), zone) !== offsetOn(addDays(today, days - 1), zone)) return days;
  return null;
}
