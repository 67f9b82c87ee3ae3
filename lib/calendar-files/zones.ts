import windowsZones from "node-ical/windowsZones.json" with { type: "json" };
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { instantOf, isTimeZone, offsetMinutes } from "#lib/kernel/zone";
import { type Component, propertyOf } from "./components.ts";
import { readTime, type Wall } from "./ics-time.ts";
import { expandRule, readRule } from "./recurrence.ts";

/** Turns what a wall clock shows into instants, and back. */
export type Clock = {
  readonly toInstant: (wall: Wall) => Date;
  readonly toWall: (instant: Date) => Wall;
};

/** The clock of an IANA zone. A time that clocks skip is as far after the change; one that occurs twice is the first. */
export function ianaClock(timeZone: string): Clock {
  return {
    toInstant(wall) {
      const text = new Date(wall).toISOString();
      const instant = instantOf(text.slice(0, 10), text.slice(11, 16), timeZone);
      return new Date(instant.getTime() + (wall % 60_000));
    },
    toWall: (instant) => instant.getTime() + offsetMinutes(instant, timeZone) * 60_000,
  };
}

const byWindowsName = new Map(
  Object.entries(windowsZones as Record<string, { iana: string[] }>).map(([name, { iana }]) => [
    name.toLowerCase(),
    iana[0] ?? "",
  ]),
);

/**
 * The IANA zone that a TZID means: its own name, a Windows name, or the end of a path such as
 * `/example.org/Europe/Zurich`. Null for every other one.
 */
export function zoneNamed(tzid: string): string | null {
  const name = tzid.trim();
  const windows = byWindowsName.get(name.toLowerCase());
  const parts = name.split("/").filter(Boolean);
  const ends = name.startsWith("/") ? [parts.slice(-3), parts.slice(-2)].map((end) => end.join("/")) : [];
  return [name, windows ?? "", ...ends].find(isTimeZone) ?? null;
}

/** The years for which a file's own zones are worked out. */
export type Window = { readonly from: Wall; readonly to: Wall };

/**
 * A function from TZID to its clock: known zones by name, others by the VTIMEZONE of the file.
 *
 * @throws AppError `invalid` (when called) for a zone that is neither known nor described in the file.
 */
export function clocksOf(calendar: Component, window: Window): (tzid: string, line: number) => Clock {
  const known = new Map<string, Clock>();
  return (tzid, line) => {
    const clock = known.get(tzid) ?? clockOf(calendar, tzid, { window, line });
    known.set(tzid, clock);
    return clock;
  };
}

function clockOf(
  calendar: Component,
  tzid: string,
  { window, line }: { window: Window; line: number },
): Clock {
  const named = zoneNamed(tzid);
  if (named) return ianaClock(named);
  const described = calendar.parts.find(
    (part) => part.name === "VTIMEZONE" && propertyOf(part, "TZID")?.value.trim() === tzid.trim(),
  );
  const location = described && propertyOf(described, "X-LIC-LOCATION")?.value.trim();
  if (location && isTimeZone(location)) return ianaClock(location);
  const clock = described && describedClock(described, window);
  if (clock) return clock;
  throw new AppError("invalid", say("calendars.file.unknownZone", { line, zone: tzid.slice(0, 80) }));
}

/** A change of the offset: from this wall time (on the clock before) it is `after`. In milliseconds, east positive. */
type Change = { readonly at: Wall; readonly before: number; readonly after: number };

/** The clock that a VTIMEZONE describes, or null when it describes none. @see RFC 5545 section 3.6.5 */
function describedClock(zone: Component, window: Window): Clock | null {
  const changes = zone.parts
    .filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT")
    .flatMap((part) => changesOf(part, window))
    .sort((a, b) => a.at - b.at);
  const [first] = changes;
  if (!first) return null;
  const offsetAt = (wall: Wall) => changes.findLast(({ at }) => at <= wall)?.after ?? first.before;
  const offsets = [...new Set(changes.flatMap(({ before, after }) => [before, after]))];
  const toInstant = (wall: Wall) => new Date(wall - offsetAt(wall));
  return {
    toInstant,
    toWall(instant) {
      const walls = offsets.map((offset) => instant.getTime() + offset);
      return walls.find((wall) => toInstant(wall).getTime() === instant.getTime()) ?? walls[0] ?? 0;
    },
  };
}

function changesOf(part: Component, window: Window): Change[] {
  const start = propertyOf(part, "DTSTART");
  const [before, after] = ["TZOFFSETFROM", "TZOFFSETTO"].map((name) =>
    readOffset(propertyOf(part, name)?.value ?? ""),
  );
  if (!start || before == null || after == null) return [];
  const first = readTime(start.value, start).wall;
  const rule = propertyOf(part, "RRULE");
  const ends = { from: window.from - YEAR, to: window.to + YEAR };
  const toWall = (instant: Date) => instant.getTime() + before;
  const later = rule ? expandRule(readRule(rule), { start: first, toWall, ...ends, wholeDays: false }) : [];
  return [first, ...later].map((at) => ({ at, before, after }));
}

const YEAR = 366 * 86_400_000;

function readOffset(text: string): number | null {
  const [whole, sign, hours, minutes, seconds = "0"] =
    /^([+-])(\d{2})([0-5]\d)([0-5]\d)?$/.exec(text.trim()) ?? [];
  if (whole === undefined || Number(hours) > 15) return null;
  const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === "-" ? -size : size;
}
