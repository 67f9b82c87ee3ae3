import { isDay } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { ContentLine } from "./content-lines.ts";

/**
 * Milliseconds that a wall clock would count if it showed UTC. Days, rules and lengths are counted on it; a zone
 * turns it into an instant.
 */
export type Wall = number;

/** A day or a time as a file writes it. `zone` is null for floating times; `UTC` where it ends in Z. */
export type IcsTime =
  | { readonly kind: "day"; readonly wall: Wall }
  | { readonly kind: "time"; readonly wall: Wall; readonly zone: string | null };

/** A length: whole days on the calendar, and exact seconds. */
export type IcsLength = { readonly days: number; readonly seconds: number };

export const MS_PER_DAY = 86_400_000;

/** Reads `20270301`, `20270301T140000` or `20270301T130000Z`. @throws AppError `invalid` naming the line. */
export function readTime(text: string, { params, line }: Pick<ContentLine, "params" | "line">): IcsTime {
  const [whole, year, month, date, hour, minute, second, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z)?)?$/.exec(text.trim()) ?? [];
  const day = `${year}-${month}-${date}`;
  const wantsDay = params.get("VALUE")?.toUpperCase() === "DATE";
  if (whole === undefined || !isDay(day) || (wantsDay && hour !== undefined))
    throw new AppError("invalid", say("calendars.file.badTime", { line, text: text.slice(0, 40) }));
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (hour === undefined) return { kind: "day", wall: midnight };
  const wall = midnight + (Number(hour) * 3_600 + Number(minute) * 60 + Math.min(59, Number(second))) * 1_000;
  return { kind: "time", wall, zone: utc ? "UTC" : (params.get("TZID") ?? null) };
}

/** Reads every time of a property that may hold several. @throws AppError `invalid` naming the line. */
export function readTimes(property: ContentLine): IcsTime[] {
  return property.value.split(",").map((text) => readTime(text, property));
}

/**
 * Reads a DURATION such as `P1D`, `PT1H30M` or `P2W`. @throws AppError `invalid` for another form, and for a negative one.
 *
 * @see RFC 5545 section 3.3.6
 */
export function readLength({ value, line }: Pick<ContentLine, "value" | "line">): IcsLength {
  const FORM = /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?)$/;
  const [whole, ...parts] = FORM.exec(value.trim()) ?? [];
  if (whole === undefined || parts.every((part) => part === undefined))
    throw new AppError("invalid", say("calendars.file.badLength", { line, text: value.slice(0, 40) }));
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return { days: weeks * 7 + days, seconds: hours * 3_600 + minutes * 60 + seconds };
}
