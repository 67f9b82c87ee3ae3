import { isDay } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { ContentLine } from "./content-lines.ts";
import { MS_PER_DAY, type Wall } from "./ics-time.ts";
import { atPositions, type Parts, periodDays, periodNumber } from "./rule-days.ts";

/** A recurrence rule whose parts are known and within limits. */
export type Rule = { readonly line: number; readonly parts: Parts };

const LIST = (item: string) => new RegExp(`^${item}(,${item}){0,59}$`);
const FORMS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^0*[1-9]\d{0,3}$/,
  COUNT: /^0*[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
  BYDAY: LIST("([+-]?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)"),
  BYMONTHDAY: LIST("[+-]?([1-9]|[12]\\d|3[01])"),
  BYYEARDAY: LIST("[+-]?[1-9]\\d{0,2}"),
  BYWEEKNO: LIST("[+-]?[1-9]\\d?"),
  BYMONTH: LIST("0?([1-9]|1[0-2])"),
  BYSETPOS: LIST("[+-]?[1-9]\\d{0,2}"),
  BYHOUR: LIST("([01]?\\d|2[0-3])"),
  BYMINUTE: LIST("[0-5]?\\d"),
  BYSECOND: LIST("[0-5]?\\d"),
};

/** A meeting that is held more often than that on one day is no meeting. */
const MOST_A_DAY = 24;

/**
 * The parts of an RRULE.
 *
 * @throws AppError `invalid` for a part that is unknown or malformed, and for rules that repeat by the hour or oftener.
 * @see RFC 5545 section 3.3.10
 */
export function readRule({ value, line }: Pick<ContentLine, "value" | "line">): Rule {
  const parts = new Map<string, string>();
  for (const part of value.trim().toUpperCase().split(";").filter(Boolean)) {
    const [name = "", text = ""] = part.split("=", 2);
    if (/^(SECONDLY|MINUTELY|HOURLY)$/.test(text)) throw refuse("tooOften", line);
    if (!FORMS[name]?.test(text) || parts.has(name)) throw refuse("badRule", line, part.slice(0, 60));
    parts.set(name, text);
  }
  if (!parts.has("FREQ")) throw refuse("badRule", line, value.slice(0, 60));
  if (timesADay(parts) > MOST_A_DAY) throw refuse("tooOften", line);
  return { line, parts };
}

const timesADay = (parts: Parts) =>
  ["BYHOUR", "BYMINUTE", "BYSECOND"]
    .map((name) => parts.get(name)?.split(",").length ?? 1)
    .reduce((product, count) => product * count, 1);

const refuse = (key: "badRule" | "tooOften" | "endlessRule", line: number, text = "") =>
  new AppError("invalid", say(`calendars.file.${key}`, { line, text }));

type Course = {
  readonly start: Wall;
  /** Both included. */
  readonly from: Wall;
  readonly to: Wall;
  /** The wall clock of an instant: for an UNTIL in UTC. */
  readonly toWall: (instant: Date) => Wall;
  readonly wholeDays: boolean;
};

/** Days, weeks, months or years that are looked at; only a rule with a COUNT that hardly ever comes true needs more. */
const MOST_PERIODS = 50_000;

/**
 * The wall times at which a rule recurs within a window, in order. COUNT counts from the start, which may lie before
 * and always is the first.
 *
 * It does not follow a rule beyond the window, so a rule that never comes true gives nothing, soon.
 *
 * @throws AppError `invalid` when the count cannot be followed.
 */
export function expandRule(rule: Rule, course: Course): Wall[] {
  const { parts } = rule;
  const { start, from } = course;
  const until = Math.min(course.to, untilOf(parts.get("UNTIL"), course));
  const count = Number(parts.get("COUNT") ?? Number.POSITIVE_INFINITY);
  const walls: Wall[] = [];
  let counted = 1;
  for (const wall of occurrences(rule, course, until)) {
    if (wall > until || counted >= count) break;
    if (wall <= start) continue;
    counted += 1;
    if (wall >= from) walls.push(wall);
  }
  return walls;
}

/** Period by period what the rule names, in order; without a COUNT from shortly before the window. */
function* occurrences(
  { parts, line }: Rule,
  { start, from, wholeDays }: Course,
  until: Wall,
): Generator<Wall> {
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const clocks = wholeDays ? [0] : clocksOf(parts, start);
  const last = periodNumber(parts, start, until);
  const first = parts.has("COUNT") ? 0 : alignedBefore(periodNumber(parts, start, from) - 1, interval);
  for (let period = first; period <= last; period += interval) {
    if (period - first > MOST_PERIODS * interval) throw refuse("endlessRule", line);
    const times = periodDays(parts, start, period).flatMap((day) => clocks.map((clock) => day + clock));
    yield* atPositions(parts, times);
  }
}

/** The last multiple of the interval that is not after the number, and not negative. */
const alignedBefore = (number: number, interval: number) =>
  Math.max(0, Math.floor(number / interval) * interval);

/** Milliseconds after midnight at which the rule comes true on its days, in order. */
function clocksOf(parts: Parts, start: Wall): number[] {
  const at = new Date(start);
  const numbers = (name: string, own: number) => parts.get(name)?.split(",").map(Number) ?? [own];
  const clocks = numbers("BYHOUR", at.getUTCHours()).flatMap((hour) =>
    numbers("BYMINUTE", at.getUTCMinutes()).flatMap((minute) =>
      numbers("BYSECOND", at.getUTCSeconds()).map((second) => (hour * 3_600 + minute * 60 + second) * 1_000),
    ),
  );
  return [...new Set(clocks)].sort((a, b) => a - b);
}

/** UNTIL as the last wall time that counts: a day until its end, UTC on the event's own clock. */
function untilOf(text: string | undefined, { toWall, wholeDays }: Course): Wall {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const [, year, month, date, hour = "23", minute = "59", second = "59", utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  const wall = isDay(day) ? Date.parse(`${day}T${hour}:${minute}:${second}Z`) : Number.NaN;
  if (Number.isNaN(wall)) return Number.NEGATIVE_INFINITY;
  if (wholeDays) return Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY - 1;
  return utc ? toWall(new Date(wall)) : wall;
}
