import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { type Component, MOST_EVENTS, readComponents } from "./components.ts";
import { readContentLines } from "./content-lines.ts";
import { type IcsEvent, readEvent } from "./ics-event.ts";
import { MS_PER_DAY } from "./ics-time.ts";
import {
  type CalendarReading,
  inTimeOrder,
  MOST_ENTRIES,
  type ReadEntry,
  type ReadOptions,
} from "./read-entry.ts";
import { writeOut } from "./write-out.ts";
import { clocksOf, ianaClock } from "./zones.ts";

/**
 * The entries of an iCalendar text between two days, with all recurrences written out.
 *
 * Text that comes from outside may ask for endless work: call it in a worker with limits.
 *
 * @throws AppError `invalid`, in most cases naming the line.
 * @see RFC 5545
 */
export function readIcs(text: string, options: ReadOptions): CalendarReading {
  const calendars = readComponents(readContentLines(text));
  const readings = calendars.map((calendar) => readOne(calendar, options));
  const entries = withOwnKeys(inTimeOrder(readings.flatMap(({ entries }) => entries)));
  requireCount(entries);
  const sum = (of: (reading: CalendarReading) => number) => readings.reduce((all, one) => all + of(one), 0);
  return { entries, floating: sum(({ floating }) => floating), cancelled: sum(({ cancelled }) => cancelled) };
}

function readOne(calendar: Component, { floatingZone, from, to }: ReadOptions): CalendarReading {
  const window = { from: Date.parse(from), to: Date.parse(to) + MS_PER_DAY - 1 };
  const named = clocksOf(calendar, window);
  const [floatingClock, utc] = [ianaClock(floatingZone), ianaClock("UTC")];
  const clockOf = (time: IcsEvent["start"], line: number) => {
    if (time.kind === "day" || time.zone === "UTC") return utc;
    return time.zone === null ? floatingClock : named(time.zone, line);
  };
  const events = calendar.parts.filter(({ name }) => name === "VEVENT").map(readEvent);
  const entries: ReadEntry[] = [];
  for (const group of groupsByUid(events)) {
    entries.push(...writeOut(group, { clockOf, window }));
    requireCount(entries);
  }
  return {
    entries,
    floating: events.filter(({ start }) => start.kind === "time" && start.zone === null).length,
    cancelled: events.filter(({ cancelled }) => cancelled).length,
  };
}

function requireCount(entries: readonly ReadEntry[]): void {
  if (entries.length > MOST_ENTRIES)
    throw new AppError("invalid", say("calendars.file.tooManyEntries", { most: MOST_ENTRIES }));
}

/** Events of one UID stand together; those without one stand alone. */
function groupsByUid(events: readonly IcsEvent[]): readonly IcsEvent[][] {
  const groups = new Map<string, IcsEvent[]>();
  events.slice(0, MOST_EVENTS).forEach((event, at) => {
    const key = event.uid === "" ? `\n${at}` : event.uid;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  });
  return [...groups.values()];
}

/** Keys that occur twice get a number, so that each names one entry. */
function withOwnKeys(entries: readonly ReadEntry[]): ReadEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.key) ?? 0) + 1;
    seen.set(entry.key, count);
    return count === 1 ? entry : { ...entry, key: `${entry.key}#${count}` };
  });
}
