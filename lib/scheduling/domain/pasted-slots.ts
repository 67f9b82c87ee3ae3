import type { Day } from "#lib/kernel/day";
import { addMinutes } from "#lib/kernel/interval";
import { say, type Words } from "#lib/kernel/words";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { clockOf, isoWeekday, stageWish, type StagedSlot } from "./generate-slots.ts";
import { findWrittenDays, type WrittenDays } from "./written-days.ts";
import {
  findWrittenTimes,
  findWrittenZone,
  takeOffset,
  type WrittenTime,
  type WrittenZone,
} from "./written-times.ts";

/** What holds where a line says nothing else. */
export type PasteDefaults = {
  readonly timeZone: string;
  readonly lengthMinutes: number;
  /** Today; a day without a year is the next one from here. */
  readonly today: Day;
  /** Zones that may be named by their city. */
  readonly zones: readonly string[];
};

/** A line that could not be read, and why. Lines count from 1. */
export type PasteProblem = { readonly line: number; readonly text: string; readonly words: Words };

export type Pasted = { readonly slots: readonly StagedSlot[]; readonly problems: readonly PasteProblem[] };

/** Most characters that are read. */
export const LONGEST_PASTE = 40_000;

/** Whether a text is a calendar file and not lines that somebody wrote. */
export const isCalendarText = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text);

/** Words that may stand around a day, a time and a zone without changing them. */
const FILLERS = new Set(
  (
    "a and at on from to until till the of time local hours hour hrs h slot slots meeting option date day or both " +
    "o clock proposal proposed no nr joint rgm session st nd rd th am pm t z via by"
  ).split(" "),
);

const LIST_MARK = /^(?:\s*(?:[-*•·]|\(?\d{1,2}[.)](?=\s)|(?:slot|meeting|option)\s*\d+\s*[:.)]?))*\s*/i;

/**
 * Reads slots from text: one or more to a line, in most forms in which people write days and times, with or without a
 * zone. A line with nothing but a day holds for the lines with nothing but times below it.
 *
 * Nothing is guessed: a line with a word that is not understood, a weekday that does not fit, or a time that does not
 * exist is given back as a problem and makes no slot.
 */
export function readPastedSlots(text: string, defaults: PasteDefaults): Pasted {
  const places = placesOf(defaults.zones);
  const slots: StagedSlot[] = [];
  const problems: PasteProblem[] = [];
  let days: readonly Day[] = [];
  for (const [index, raw] of text.slice(0, LONGEST_PASTE).split(/\r?\n/).entries()) {
    const line = raw.replace(LIST_MARK, "").trim();
    if (!/[\p{L}\d]/u.test(line)) continue;
    const read = readLine(line, { defaults, places, days });
    if ("words" in read)
      problems.push({ line: index + 1, text: raw.trim().slice(0, 120), words: read.words });
    else {
      days = read.days;
      slots.push(...read.slots);
    }
  }
  return { slots, problems };
}

type Context = {
  readonly defaults: PasteDefaults;
  readonly places: ReadonlyMap<string, string>;
  /** Of the lines before. */
  readonly days: readonly Day[];
};

type ReadLine =
  { readonly days: readonly Day[]; readonly slots: readonly StagedSlot[] } | { readonly words: Words };

function readLine(line: string, { defaults, places, days: before }: Context): ReadLine {
  const written = findWrittenDays(line, defaults.today);
  const wrong = wrongDay(written);
  if (wrong) return { words: wrong };
  const days = written.days.length > 0 ? written.days : before;
  const offset = takeOffset(written.rest);
  const found = findWrittenTimes(offset.rest);
  if (found.isWrong) return { words: say("offering.paste.noSuchTime") };
  const { zone, rest } = findWrittenZone(found.rest, places);
  const unknown = firstUnknown(rest);
  if (unknown) return { words: say("offering.paste.unknown", { word: unknown }) };
  if (found.times.length === 0) return withoutTimes(written.days);
  if (days.length === 0) return { words: say("offering.paste.noDay") };
  return stageAll(days, found.times, {
    clock: offset.zone ?? zone ?? { timeZone: defaults.timeZone },
    lengthMinutes: found.lengthMinutes ?? defaults.lengthMinutes,
  });
}

/** A line of days alone holds for the lines below. */
const withoutTimes = (days: readonly Day[]): ReadLine =>
  days.length > 0 ? { days, slots: [] } : { words: say("offering.paste.noTime") };

type Shared = { readonly clock: WrittenZone; readonly lengthMinutes: number };

function stageAll(days: readonly Day[], times: readonly WrittenTime[], shared: Shared): ReadLine {
  const slots: StagedSlot[] = [];
  for (const day of days)
    for (const time of [...times].sort((a, b) => a.minute - b.minute)) {
      const lengthMinutes = time.lengthMinutes ?? shared.lengthMinutes;
      if (lengthMinutes < 15 || lengthMinutes > 480) return { words: say("offering.paste.length") };
      const wish = wishAt({ day, minute: time.minute, lengthMinutes }, shared.clock);
      const slot = stageWish(wish);
      if (!slot)
        return {
          words: say("scheduling.refusal.skippedTime", { day, clock: wish.clock, zone: wish.timeZone }),
        };
      slots.push(slot);
    }
  return { days, slots };
}

type At = { readonly day: Day; readonly minute: number; readonly lengthMinutes: number };

function wishAt({ day, minute, lengthMinutes }: At, clock: WrittenZone) {
  if ("timeZone" in clock) return { day, clock: clockOf(minute), timeZone: clock.timeZone, lengthMinutes };
  const start = addMinutes(new Date(`${day}T00:00:00Z`), minute - clock.offsetMinutes);
  return { day: dayIn(start, "UTC"), clock: clockIn(start, "UTC"), timeZone: "UTC", lengthMinutes };
}

/** A day that does not exist, or is not the weekday named beside it: of a span, the name stands for the first day. */
function wrongDay({ isWrong, weekday, days: [first] }: WrittenDays): Words | null {
  if (isWrong) return say("offering.paste.noSuchDay");
  if (weekday === null || first === undefined || isoWeekday(first) === weekday) return null;
  return say("offering.paste.otherWeekday", { day: dayValue(first) });
}

function firstUnknown(rest: string): string | null {
  const words = rest.match(/[\p{L}\d][\p{L}\d'’]*/gu) ?? [];
  return words.find((word) => !FILLERS.has(word.toLowerCase())) ?? null;
}

function placesOf(zones: readonly string[]): ReadonlyMap<string, string> {
  const named = zones.map(
    (zone) => [(zone.split("/").at(-1) ?? zone).replaceAll("_", " ").toLowerCase(), zone] as const,
  );
  return new Map([...named, ["geneva", GENEVA]]);
}

const dayValue = (day: Day) => Date.parse(`${day}T00:00:00Z`);
