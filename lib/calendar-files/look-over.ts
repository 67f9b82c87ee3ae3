import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { type FileLimits, SENT_FILE } from "./limits.ts";
import { MOST_ENTRIES } from "./read-entry.ts";

/** A line of CSV may hold a line end in quotes, hence more lines than entries. */
const MOST_CSV_LINES = 4 * MOST_ENTRIES;

/** A line as long as its folded continuations make it, and whether it lists single times. */
type Line = { number: number; length: number; listsTimes: boolean };

/**
 * Looks a calendar text over before anything parses it: one pass that counts lines, events and single times, in
 * milliseconds for the largest file. What asks for too much is refused here, also while the machine is busy.
 *
 * @throws AppError `invalid` for a line that is too long, and for too many lines, events, entries or times.
 */
export function lookOver(text: string, limits: FileLimits = SENT_FILE): void {
  const isCalendar = /^\s*BEGIN:VCALENDAR/i.test(text);
  const logical: Line = { number: 1, length: 0, listsTimes: false };
  const counts = { lines: 0, events: 0, times: 0 };
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    counts.lines += 1;
    take(logical, { text, from, to, number: counts.lines });
    if (startsWith(text, from, "BEGIN:VEVENT")) counts.events += 1;
    if (logical.listsTimes)
      counts.times += countCommas(text, from, to) + (logical.number === counts.lines ? 1 : 0);
    requireLittle(logical, counts, { ...limits, isCalendar });
    from = to + 1;
  }
}

type Most = FileLimits & { readonly isCalendar: boolean };
type Counts = Readonly<Record<"lines" | "events" | "times", number>>;

function requireLittle(logical: Line, { lines, events, times }: Counts, most: Most): void {
  const { isCalendar } = most;
  if (logical.length > most.lineLength) throw refuse("longLine", { line: logical.number });
  if (lines > most.lines) throw refuse("tooManyLines", {});
  if (!isCalendar && lines > MOST_CSV_LINES) throw refuse("tooManyEntries", { most: MOST_ENTRIES });
  if (!isCalendar) return;
  if (events > most.events) throw refuse("tooManyEvents", { most: most.events });
  if (times > most.singleTimes) throw refuse("tooMuchWork", {});
}

type Raw = { readonly text: string; readonly from: number; readonly to: number; readonly number: number };

/** Takes a line of the file as the next logical line, or as a continuation of the one before. */
function take(logical: Line, { text, from, to, number }: Raw): void {
  const isFolded = text[from] === " " || text[from] === "\t";
  logical.length = to - from + (isFolded ? logical.length : 0);
  if (isFolded) return;
  logical.number = number;
  logical.listsTimes = startsWith(text, from, "EXDATE") || startsWith(text, from, "RDATE");
}

const startsWith = (text: string, at: number, word: string) =>
  text.slice(at, at + word.length).toUpperCase() === word;

function countCommas(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(",", from); at !== -1 && at < to; at = text.indexOf(",", at + 1)) count += 1;
  return count;
}

type Key = "longLine" | "tooManyLines" | "tooManyEvents" | "tooManyEntries" | "tooMuchWork";

const refuse = (key: Key, values: Parameters<typeof say>[1]) =>
  new AppError("invalid", say(`calendars.file.${key}`, values));
