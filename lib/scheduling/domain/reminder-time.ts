import { type HoursOfDay, isWithinHours } from "#lib/kernel/hours";
import { addMinutes } from "#lib/kernel/interval";
import { minuteOfDayIn } from "#lib/kernel/zone";

/** A reminder that could not leave within a day of its time is of no use any more. */
const GOOD_FOR_MINUTES = 24 * 60;

/**
 * The times for which somebody is to be reminded now with one mail, the latest first; empty when there is nothing to
 * send: before the first time, at night on the person's clock, from the deadline on, when all were sent, or when the
 * latest that was not is more than a day old.
 */
export function dueTimes(
  remindAt: readonly Date[],
  at: {
    readonly now: Date;
    readonly closesAt: Date;
    readonly timeZone: string;
    /** Of the rules in force (D3). */
    readonly night: HoursOfDay;
    /** Times for which the person was reminded. */
    readonly sent: readonly Date[];
  },
): Date[] {
  const { now, closesAt, timeZone, night } = at;
  if (now >= closesAt || isWithinHours(minuteOfDayIn(now, timeZone), night)) return [];
  const sent = new Set(at.sent.map((time) => time.getTime()));
  const due = remindAt
    .filter((time) => time <= now && !sent.has(time.getTime()))
    .sort((a, b) => b.getTime() - a.getTime());
  const [latest] = due;
  return latest && addMinutes(latest, GOOD_FOR_MINUTES) > now ? due : [];
}
