import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { type Component, propertiesOf, propertyOf } from "./components.ts";
import { type ContentLine, unescapeText } from "./content-lines.ts";
import {
  type IcsLength,
  type IcsTime,
  MS_PER_DAY,
  readLength,
  readTime,
  readTimes,
  type Wall,
} from "./ics-time.ts";
import { oneLine } from "./read-entry.ts";
import { readRule, type Rule } from "./recurrence.ts";

/** An added occurrence; a length of its own when the file gives a period. */
export type AddedTime = { readonly time: IcsTime; readonly end: IcsTime | IcsLength | null };

/** A VEVENT, checked by itself, not yet written out. */
export type IcsEvent = {
  readonly line: number;
  readonly uid: string;
  readonly title: string;
  readonly place: string;
  readonly start: IcsTime;
  /** The end as written, or the length; null when the file gives neither. */
  readonly end: IcsTime | IcsLength | null;
  readonly rule: Rule | null;
  readonly added: readonly AddedTime[];
  readonly excluded: readonly IcsTime[];
  /** Which occurrence of another event of the same UID this one replaces. */
  readonly replaces: IcsTime | null;
  readonly sequence: number;
  readonly cancelled: boolean;
  /** What it says of who keeps the calendar: busy, perhaps busy, or free all the same. */
  readonly shows: "busy" | "perhaps" | "free";
};

/**
 * Reads one VEVENT.
 *
 * @throws AppError `invalid` naming the line of what is missing, malformed, or not done: EXRULE, two RRULEs, and a
 *   RECURRENCE-ID for all later occurrences.
 */
export function readEvent(event: Component): IcsEvent {
  const start = required(event, "DTSTART");
  const startTime = readTime(start.value, start);
  const rules = propertiesOf(event, "RRULE");
  const replaces = propertyOf(event, "RECURRENCE-ID");
  refuseUnread(event, rules, replaces);
  const [rule] = rules;
  const text = (name: string) => oneLine(unescapeText(propertyOf(event, name)?.value ?? ""));
  return {
    line: event.line,
    uid: text("UID"),
    title: text("SUMMARY"),
    place: text("LOCATION"),
    start: startTime,
    end: endOf(event, startTime),
    rule: rule ? readRule(rule) : null,
    added: propertiesOf(event, "RDATE").flatMap(readAdded),
    excluded: propertiesOf(event, "EXDATE").flatMap(readTimes),
    replaces: replaces ? readTime(replaces.value, replaces) : null,
    sequence: Number(/^\d{1,9}$/.exec(propertyOf(event, "SEQUENCE")?.value.trim() ?? "")?.[0] ?? 0),
    cancelled: text("STATUS").toUpperCase() === "CANCELLED",
    shows: showsOf((name) => text(name).toUpperCase()),
  };
}

/** Outlook has a word of its own for it. */
function showsOf(text: (name: string) => string): IcsEvent["shows"] {
  const outlook = text("X-MICROSOFT-CDO-BUSYSTATUS");
  if (text("TRANSP") === "TRANSPARENT" || outlook === "FREE") return "free";
  return text("STATUS") === "TENTATIVE" || outlook === "TENTATIVE" ? "perhaps" : "busy";
}

function required(event: Component, name: string): ContentLine {
  const [first, second] = propertiesOf(event, name);
  if (!first) throw new AppError("invalid", say("calendars.file.missing", { line: event.line, name }));
  if (second) throw new AppError("invalid", say("calendars.file.twice", { line: second.line, name }));
  return first;
}

function refuseUnread(
  event: Component,
  rules: readonly ContentLine[],
  replaces: ContentLine | undefined,
): void {
  const exclusion = propertyOf(event, "EXRULE");
  const second = rules[1];
  const unread = exclusion ?? second ?? (replaces?.params.has("RANGE") ? replaces : undefined);
  if (!unread) return;
  const name = unread === replaces ? "RANGE" : unread.name;
  throw new AppError("invalid", say("calendars.file.unread", { line: unread.line, name }));
}

function endOf(event: Component, start: IcsTime): IcsEvent["end"] {
  const [end, length] = [propertyOf(event, "DTEND"), propertyOf(event, "DURATION")];
  if (length && !end) return readLength(length);
  if (!end) return null;
  const time = readTime(end.value, end);
  if (time.kind !== start.kind)
    throw new AppError("invalid", say("calendars.file.mixedEnd", { line: end.line }));
  return time;
}

function readAdded(property: ContentLine): AddedTime[] {
  if (property.params.get("VALUE")?.toUpperCase() !== "PERIOD")
    return readTimes(property).map((time) => ({ time, end: null }));
  return property.value.split(",").map((text) => {
    const [from = "", to = ""] = text.split("/");
    const end = /^[+-]?P/.test(to) ? readLength({ value: to, line: property.line }) : readTime(to, property);
    return { time: readTime(from, property), end };
  });
}

/**
 * How long an event lasts that starts at a wall time: the wall time of its end, and the exact milliseconds after it.
 *
 * Whole days without an end last one day, times without an end last no time.
 */
export function lengthFrom(start: IcsTime, end: IcsEvent["end"], span: number): IcsLength {
  if (end === null) return { days: start.kind === "day" ? 1 : 0, seconds: 0 };
  if ("days" in end) return start.kind === "day" ? wholeDays(end) : end;
  return start.kind === "day"
    ? { days: Math.max(1, span / MS_PER_DAY), seconds: 0 }
    : { days: 0, seconds: span / 1_000 };
}

const wholeDays = ({ days, seconds }: IcsLength): IcsLength => ({
  days: Math.max(1, days + Math.ceil((seconds * 1_000) / MS_PER_DAY)),
  seconds: 0,
});

/** The wall time so many calendar days later. */
export const addWallDays = (wall: Wall, days: number): Wall => wall + days * MS_PER_DAY;
