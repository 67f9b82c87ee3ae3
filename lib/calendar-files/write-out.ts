import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { IcsEvent } from "./ics-event.ts";
import { addWallDays, lengthFrom } from "./ics-event.ts";
import { type IcsLength, type IcsTime, MS_PER_DAY, type Wall } from "./ics-time.ts";
import { MOST_ENTRIES, type ReadEntry } from "./read-entry.ts";
import { expandRule } from "./recurrence.ts";
import type { Clock, Window } from "./zones.ts";

/** The clock of a time as the file writes it: of its zone, of UTC, or the one chosen for floating times. */
export type ClockOf = (time: IcsTime, line: number) => Clock;

type Place = { readonly clockOf: ClockOf; readonly window: Window };

/** One occurrence: when it begins on its own clock, and how long it lasts. */
type Occurrence = { readonly wall: Wall; readonly length: IcsLength };

/** An entry and the event that it comes from. */
export type Written = { readonly entry: ReadEntry; readonly event: IcsEvent };

/**
 * All entries of the events of one UID that touch the window, with its recurrences, added, excluded and replaced
 * occurrences.
 *
 * @throws AppError `invalid` when a rule has no end that can be found, or there are more than {@link MOST_ENTRIES}.
 */
export function writeOut(events: readonly IcsEvent[], place: Place): Written[] {
  const masters = newest(events.filter(({ replaces }) => replaces === null));
  const replacing = events.filter(({ replaces }) => replaces !== null);
  const entries: Written[] = [];
  for (const [at, event] of masters.entries()) {
    const key = `${event.uid || event.title}${at === 0 ? "" : `#${at + 1}`}`;
    const own = writeMaster(event, { key, replacing: at === 0 ? replacing : [], ...place });
    entries.push(...own.map((entry) => ({ entry, event })));
    requireFew(entries.length);
  }
  const replaced = newestPerTime(replacing, place)
    .filter(({ cancelled }) => !cancelled)
    .map((event) => {
      const entry = toEntry(event, { ...single(event, place), key: keyOf(event, place) }, place);
      return { entry, event };
    });
  return [...entries, ...replaced].filter(({ entry }) => touches(entry, place.window));
}

/** @throws AppError `invalid` for more entries than one edition may have. */
export function requireFew(entries: number): void {
  if (entries > MOST_ENTRIES)
    throw new AppError("invalid", say("calendars.file.tooManyEntries", { most: MOST_ENTRIES }));
}

/** Of several versions of one event the newest; different events that share a UID by mistake are all kept. */
function newest(events: readonly IcsEvent[]): IcsEvent[] {
  const highest = Math.max(...events.map(({ sequence }) => sequence), 0);
  return events.filter(({ sequence }) => sequence === highest);
}

function newestPerTime(events: readonly IcsEvent[], { clockOf }: Place): IcsEvent[] {
  const kept = new Map<number, IcsEvent>();
  for (const event of events) {
    const at = instantOfTime(event.replaces ?? event.start, event.line, clockOf);
    if ((kept.get(at)?.sequence ?? -1) <= event.sequence) kept.set(at, event);
  }
  return [...kept.values()];
}

type Master = Place & { readonly key: string; readonly replacing: readonly IcsEvent[] };

function writeMaster(event: IcsEvent, { key, replacing, ...place }: Master): ReadEntry[] {
  if (event.cancelled) return [];
  const gone = absentFrom(event, replacing, place.clockOf);
  const all = occurrences(event, place);
  const recurs = event.rule !== null || event.added.length > 0;
  return all
    .filter(({ wall }) => !gone(wall))
    .map((occurrence) =>
      toEntry(event, { ...occurrence, key: recurs ? `${key}/${stamp(occurrence.wall)}` : key }, place),
    );
}

function occurrences(event: IcsEvent, { clockOf, window }: Place): Occurrence[] {
  const { start, rule, line } = event;
  const clock = clockOf(start, line);
  const length = lengthFrom(start, event.end, spanOf(start, event.end, { line, clockOf }));
  const back = (length.days + 1) * MS_PER_DAY + length.seconds * 1_000;
  const course = { start: start.wall, from: window.from - back, to: window.to, toWall: clock.toWall };
  const walls = rule ? expandRule(rule, { ...course, wholeDays: start.kind === "day" }) : [];
  requireFew(walls.length);
  const byWall = new Map<Wall, Occurrence>([start.wall, ...walls].map((wall) => [wall, { wall, length }]));
  for (const { time, end } of event.added) {
    const wall = wallOn(time, clock, { line, clockOf });
    const own = end && lengthFrom(time, end, spanOf(time, end, { line, clockOf }));
    byWall.set(wall, { wall, length: own ?? length });
  }
  return [...byWall.values()];
}

type Around = { readonly line: number; readonly clockOf: ClockOf };

/** From start to end in exact milliseconds for times, in calendar time for days. */
function spanOf(start: IcsTime, end: IcsEvent["end"], { line, clockOf }: Around): number {
  if (end === null || "days" in end) return 0;
  const span =
    start.kind === "day"
      ? end.wall - start.wall
      : instantOfTime(end, line, clockOf) - instantOfTime(start, line, clockOf);
  if (span < 0) throw new AppError("invalid", say("calendars.file.endsFirst", { line }));
  return span;
}

/** Whether an occurrence is taken out: by EXDATE (a whole day takes all of that day), or because another replaces it. */
function absentFrom(
  event: IcsEvent,
  replacing: readonly IcsEvent[],
  clockOf: ClockOf,
): (wall: Wall) => boolean {
  const clock = clockOf(event.start, event.line);
  const gone = [...event.excluded, ...replacing.flatMap(({ replaces }) => replaces ?? [])];
  const days = new Set(gone.filter(({ kind }) => kind === "day").map(({ wall }) => wall));
  const walls = new Set(gone.map((time) => wallOn(time, clock, { line: event.line, clockOf })));
  return (wall) => walls.has(wall) || days.has(wall - (((wall % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY));
}

/** A time on the clock of the event, whatever zone it is written in. */
function wallOn(time: IcsTime, clock: Clock, { line, clockOf }: Around): Wall {
  return time.kind === "day" || time.zone === null
    ? time.wall
    : clock.toWall(clockOf(time, line).toInstant(time.wall));
}

function instantOfTime(time: IcsTime, line: number, clockOf: ClockOf): number {
  return time.kind === "day" ? time.wall : clockOf(time, line).toInstant(time.wall).getTime();
}

const single = (event: IcsEvent, { clockOf }: Place): Occurrence => ({
  wall: event.start.wall,
  length: lengthFrom(event.start, event.end, spanOf(event.start, event.end, { line: event.line, clockOf })),
});

const keyOf = (event: IcsEvent, { clockOf }: Place) => {
  const replaced = event.replaces ?? event.start;
  const clock = clockOf(event.start, event.line);
  return `${event.uid || event.title}/${stamp(wallOn(replaced, clock, { line: event.line, clockOf }))}`;
};

function toEntry(
  event: IcsEvent,
  { wall, length, key }: Occurrence & { key: string },
  { clockOf }: Place,
): ReadEntry {
  const { title, place, start, line } = event;
  const named = { key: key.slice(0, LONGEST_KEY), title: title || key.slice(0, 80), place };
  const lastWall = addWallDays(wall, length.days);
  if (start.kind === "day")
    return {
      ...named,
      opensOn: dayOf(wall),
      closesOn: dayOf(lastWall - MS_PER_DAY),
      startsAt: null,
      endsAt: null,
    };
  const clock = clockOf(start, line);
  const endsAt = clock.toInstant(lastWall).getTime() + length.seconds * 1_000;
  return { ...named, opensOn: null, closesOn: null, startsAt: clock.toInstant(wall).getTime(), endsAt };
}

const LONGEST_KEY = 300;
const dayOf = (wall: Wall) => new Date(wall).toISOString().slice(0, 10);
const stamp = (wall: Wall) => new Date(wall).toISOString().slice(0, 16);

function touches({ opensOn, closesOn, startsAt, endsAt }: ReadEntry, { from, to }: Window): boolean {
  const [first, last] =
    startsAt === null ? [Date.parse(opensOn), Date.parse(closesOn) + MS_PER_DAY - 1] : [startsAt, endsAt];
  return last >= from && first <= to;
}
