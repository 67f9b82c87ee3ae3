import type { Day } from "#lib/kernel/day";
import { dayIn } from "#lib/kernel/zone";

/** Days in another zone than at home. First and last day are included, on the calendar of that zone. */
export type Stay = { readonly fromDay: Day; readonly toDay: Day; readonly timeZone: string };

/** In which zone somebody is, and when. */
export type ZonePlan = {
  /** IANA zone of the profile. */
  readonly home: string;
  readonly stays: readonly Stay[];
};

/**
 * The zone in which the person is at an instant: that of the first stay that holds the instant's day, counted on the
 * clock of the stay; else the zone of home.
 */
export function zoneAt({ home, stays }: ZonePlan, instant: Date): string {
  const stay = stays.find(({ fromDay, toDay, timeZone }) => {
    const day = dayIn(instant, timeZone);
    return fromDay <= day && day <= toDay;
  });
  return stay?.timeZone ?? home;
}
