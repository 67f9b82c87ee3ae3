import { AppError } from "./errors.ts";

/** A calendar day in ISO 8601, such as `2027-03-01`. It has no time and no zone. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Whether a text is a day that exists: `2027-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The same text, known to be a day. @throws AppError `invalid` when it is none. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new AppError("invalid", "field.invalid");
  return text;
}

/** The day `days` whole days later; negative counts go back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}
