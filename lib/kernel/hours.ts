import { addMinutes, type Interval, MS_PER_MINUTE } from "./interval.ts";
import { minuteOfDayIn, offsetMinutes } from "./zone.ts";

/**
 * Hours of the day in minutes after local midnight, `from` included and `to` not. They run over midnight when `to` is
 * the smaller one; there are none when both are the same.
 */
export type HoursOfDay = { readonly from: number; readonly to: number };

const MINUTES_A_DAY = 1_440;

/** Whether a minute of the day, 0 to 1439, lies in these hours. */
export function isWithinHours(minute: number, { from, to }: HoursOfDay): boolean {
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

/** The hours as stretches of one day from midnight to 1440: two when they run over midnight, in the order of the clock. */
export function stretchesOf({ from, to }: HoursOfDay): readonly HoursOfDay[] {
  const stretches =
    from <= to
      ? [{ from, to }]
      : [
          { from: 0, to },
          { from, to: MINUTES_A_DAY },
        ];
  return stretches.filter((stretch) => stretch.from < stretch.to);
}

/** Whether a minute of the span lies in these hours on the clock of a zone. */
export function touchesHours(span: Interval, timeZone: string, hours: HoursOfDay): boolean {
  const { start, end } = span;
  const minutes = Math.ceil((end.getTime() - start.getTime()) / MS_PER_MINUTE);
  if (minutes <= 0 || hours.from === hours.to) return false;
  const last = addMinutes(start, minutes - 1);
  if (offsetMinutes(start, timeZone) === offsetMinutes(last, timeZone)) {
    const first = minuteOfDayIn(start, timeZone);
    const untilThen = (hours.from - first + MINUTES_A_DAY) % MINUTES_A_DAY;
    return isWithinHours(first, hours) || untilThen < minutes;
  }
  // Clocks change inside the span: its halves are looked at each by itself.
  const middle = addMinutes(start, Math.floor(minutes / 2));
  return (
    touchesHours({ start, end: middle }, timeZone, hours) ||
    touchesHours({ start: middle, end }, timeZone, hours)
  );
}

/** Minutes after midnight as a clock, `HH:mm`; 1440 is `00:00`. */
export function clockOfMinute(minute: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${pad(Math.floor(minute / 60) % 24)}:${pad(minute % 60)}`;
}
