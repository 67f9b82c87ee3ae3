import type { Day } from "#lib/kernel/day";

/**
 * A day as a value of {@link Words}: midnight UTC in milliseconds.
 *
 * Texts are written out in UTC, so `{day, date, ::d}` and its like show this very day.
 */
export function dayValue(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
