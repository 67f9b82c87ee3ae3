import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";

const DAY_MINUTES = 1_440;

/**
 * Two clocks (`HH:mm`) of one day as minutes after midnight; `00:00` as the end is the end of the day, 1440.
 *
 * @throws AppError `invalid` at the field `toClock` when the end is not later than the start.
 */
export function minutesBetween(
  fromClock: string,
  toClock: string,
): { readonly fromMinute: number; readonly toMinute: number } {
  const fromMinute = minuteOf(fromClock);
  const toMinute = minuteOf(toClock) || DAY_MINUTES;
  if (toMinute <= fromMinute)
    throw new AppError("invalid", "refusal.checkFields", { toClock: [say("availability.field.endsBefore")] });
  return { fromMinute, toMinute };
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
