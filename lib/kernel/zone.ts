import { formatInTimeZone, fromZonedTime, getTimezoneOffset } from "date-fns-tz";
import type { Day } from "./day.ts";

/** The reference clock of ITU-T announcements, called Geneva time. */
export const GENEVA = "Europe/Zurich";

/** Whether this machine's time zone data knows the IANA name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  return !Number.isNaN(getTimezoneOffset(name, new Date(0)));
}

/** The calendar day an instant falls on in a zone. */
export function dayIn(instant: Date, timeZone: string): Day {
  return formatInTimeZone(instant, timeZone, "yyyy-MM-dd");
}

/** The wall clock of an instant in a zone, as `HH:mm`, 24 hours. */
export function clockIn(instant: Date, timeZone: string): string {
  return formatInTimeZone(instant, timeZone, "HH:mm");
}

/** Minutes after local midnight of an instant in a zone, 0 to 1439. */
export function minuteOfDayIn(instant: Date, timeZone: string): number {
  const [hours = 0, minutes = 0] = clockIn(instant, timeZone).split(":").map(Number);
  return hours * 60 + minutes;
}

/**
 * The instant at which clocks in a zone show this day and time (`HH:mm`).
 *
 * A time that a clock change skips gives the instant just as far after the change; a time that occurs twice
 * gives the first of the two.
 */
export function instantOf(day: Day, clock: string, timeZone: string): Date {
  return fromZonedTime(`${day}T${clock}:00`, timeZone);
}

/** Offset of a zone from UTC at an instant, in minutes, east positive. */
export function offsetMinutes(instant: Date, timeZone: string): number {
  return getTimezoneOffset(timeZone, instant) / 60_000;
}
