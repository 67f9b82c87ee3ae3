import { addMinutes } from "#lib/kernel/interval";
import { minuteOfDayIn } from "#lib/kernel/zone";

/** Nobody gets a reminder from 23:00 to 08:00 on the own clock. */
const NIGHT = { fromMinute: 23 * 60, toMinute: 8 * 60 } as const;

/** A reminder that could not leave within a day of its time is of no use any more. */
const GOOD_FOR_MINUTES = 24 * 60;

/** Whether it is night on the clock of a zone. The first minute of the night is in it, the last is 07:59. */
export function isNight(instant: Date, timeZone: string): boolean {
  const minute = minuteOfDayIn(instant, timeZone);
  return minute >= NIGHT.fromMinute || minute < NIGHT.toMinute;
}

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
    /** Times for which the person was reminded. */
    readonly sent: readonly Date[];
  },
): Date[] {
  const { now, closesAt, timeZone } = at;
  if (now >= closesAt || isNight(now, timeZone)) return [];
  const sent = new Set(at.sent.map((time) => time.getTime()));
  const due = remindAt
    .filter((time) => time <= now && !sent.has(time.getTime()))
    .sort((a, b) => b.getTime() - a.getTime());
  const [latest] = due;
  return latest && addMinutes(latest, GOOD_FOR_MINUTES) > now ? due : [];
}
