import { MS_PER_DAY, type Wall } from "./ics-time.ts";

/** The parts of a recurrence rule by their upper-case names, such as `BYDAY`. */
export type Parts = ReadonlyMap<string, string>;

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** How many of the rule's periods (days, weeks, months, years) an instant lies after the one of the start. */
export function periodNumber(parts: Parts, start: Wall, at: Wall): number {
  if (at === Number.POSITIVE_INFINITY || at === Number.NEGATIVE_INFINITY) return at;
  const [first, then] = [new Date(start), new Date(at)];
  const years = then.getUTCFullYear() - first.getUTCFullYear();
  switch (parts.get("FREQ")) {
    case "DAILY":
      return Math.floor(at / MS_PER_DAY) - Math.floor(start / MS_PER_DAY);
    case "WEEKLY":
      return Math.round((weekStart(at, parts) - weekStart(start, parts)) / (7 * MS_PER_DAY));
    case "MONTHLY":
      return years * 12 + then.getUTCMonth() - first.getUTCMonth();
    default:
      return years + 1; // weeks of the next year may begin in this one
  }
}

/** The days of one period, counted from the start's own, on which the rule comes true: midnights, in order. */
export function periodDays(parts: Parts, start: Wall, period: number): Wall[] {
  const first = new Date(start);
  const weekday = WEEKDAYS[first.getUTCDay()] ?? "";
  switch (parts.get("FREQ")) {
    case "DAILY":
      return [midnight(start) + period * MS_PER_DAY].filter((day) => fits(parts, day, "month"));
    case "WEEKLY": {
      const given = parts.has("BYDAY") ? parts : new Map([...parts, ["BYDAY", weekday]]);
      return daysFrom(weekStart(start, parts) + period * 7 * MS_PER_DAY, 7).filter((day) =>
        fits(given, day, "month"),
      );
    }
    case "MONTHLY": {
      const month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + period);
      const given = ownDay(parts, first);
      return daysFrom(month, lengthOfMonth(month)).filter((day) => fits(given, day, "month"));
    }
    default:
      return yearDays(parts, first, first.getUTCFullYear() + period);
  }
}

function yearDays(parts: Parts, first: Date, year: number): Wall[] {
  const weeks = parts.get("BYWEEKNO");
  if (weeks) {
    const own = parts.has("BYDAY") || parts.has("BYMONTHDAY") || parts.has("BYYEARDAY");
    const given = own ? parts : new Map([...parts, ["BYDAY", WEEKDAYS[first.getUTCDay()] ?? ""]]);
    return weekDays(weeks, year, parts).filter((day) => fits(given, day, "none"));
  }
  const bare = !["BYDAY", "BYMONTHDAY", "BYYEARDAY"].some((name) => parts.has(name));
  const months = parts.get("BYMONTH") ?? (bare ? `${first.getUTCMonth() + 1}` : null);
  const given = bare && months ? new Map([...ownDay(parts, first), ["BYMONTH", months]]) : parts;
  const start = Date.UTC(year, 0);
  const length = (Date.UTC(year + 1, 0) - start) / MS_PER_DAY;
  return daysFrom(start, length).filter((day) => fits(given, day, parts.has("BYMONTH") ? "month" : "year"));
}

/** A monthly rule that names no day takes the day of its start; months that are too short are passed over. */
function ownDay(parts: Parts, first: Date): Parts {
  if (parts.has("BYDAY") || parts.has("BYMONTHDAY")) return parts;
  return new Map([...parts, ["BYMONTHDAY", `${first.getUTCDate()}`]]);
}

/** Of the times of one period, in order, those that BYSETPOS names; all of them without it. */
export function atPositions(parts: Parts, times: readonly Wall[]): Wall[] {
  const named = parts.get("BYSETPOS")?.split(",").map(Number);
  if (!named) return [...times];
  const places = new Set(named.map((place) => (place > 0 ? place - 1 : times.length + place)));
  return times.filter((_, at) => places.has(at));
}

/** Whether a day has what the parts ask for; ordinals such as 2MO count inside its month, its year, or not at all. */
function fits(parts: Parts, day: Wall, ordinals: "month" | "year" | "none"): boolean {
  const at = new Date(day);
  const month = Date.UTC(at.getUTCFullYear(), at.getUTCMonth());
  const year = Date.UTC(at.getUTCFullYear(), 0);
  const yearLength = (Date.UTC(at.getUTCFullYear() + 1, 0) - year) / MS_PER_DAY;
  const yearDay = (day - year) / MS_PER_DAY + 1;
  const within =
    ordinals === "year"
      ? { number: yearDay, length: yearLength }
      : { number: at.getUTCDate(), length: lengthOfMonth(month) };
  return (
    isNamed(parts.get("BYMONTH"), at.getUTCMonth() + 1, 12) &&
    isNamed(parts.get("BYMONTHDAY"), at.getUTCDate(), lengthOfMonth(month)) &&
    isNamed(parts.get("BYYEARDAY"), yearDay, yearLength) &&
    isWeekday(parts.get("BYDAY"), at, ordinals === "none" ? null : within)
  );
}

/** Whether a list names the number, counted from the first or, when negative, from the last. */
function isNamed(list: string | undefined, number: number, length: number): boolean {
  if (list === undefined) return true;
  return list.split(",").some((text) => Number(text) === number || Number(text) === number - length - 1);
}

type Within = { readonly number: number; readonly length: number };

function isWeekday(list: string | undefined, at: Date, within: Within | null): boolean {
  if (list === undefined) return true;
  const weekday = WEEKDAYS[at.getUTCDay()] ?? "";
  return list.split(",").some((text) => {
    if (!text.endsWith(weekday)) return false;
    const ordinal = Number(text.slice(0, -2) || 0);
    if (ordinal === 0 || within === null) return true;
    const [fromFirst, fromLast] = [
      Math.ceil(within.number / 7),
      Math.ceil((within.length - within.number + 1) / 7),
    ];
    return ordinal > 0 ? ordinal === fromFirst : -ordinal === fromLast;
  });
}

/** Every day of the named weeks of a year; week 1 is the first with at least four days in it. */
function weekDays(list: string, year: number, parts: Parts): Wall[] {
  const firstWeek = weekStart(Date.UTC(year, 0, 4), parts);
  const weeks = Math.round((weekStart(Date.UTC(year + 1, 0, 4), parts) - firstWeek) / (7 * MS_PER_DAY));
  return daysFrom(firstWeek, weeks * 7).filter((_, at) => isNamed(list, Math.floor(at / 7) + 1, weeks));
}

const midnight = (wall: Wall) => Math.floor(wall / MS_PER_DAY) * MS_PER_DAY;
const daysFrom = (first: Wall, count: number) =>
  Array.from({ length: count }, (_, at) => first + at * MS_PER_DAY);

function lengthOfMonth(month: Wall): number {
  const at = new Date(month);
  return (Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1) - month) / MS_PER_DAY;
}

/** Midnight of the day on which the week of a wall time begins: Monday, or the rule's own. */
function weekStart(wall: Wall, parts: Parts): Wall {
  const first = WEEKDAYS.indexOf(parts.get("WKST") ?? "MO");
  const day = midnight(wall);
  return day - ((new Date(day).getUTCDay() - first + 7) % 7) * MS_PER_DAY;
}
