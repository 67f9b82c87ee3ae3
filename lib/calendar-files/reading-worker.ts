import { readCsv } from "./read-csv.ts";
import type { CalendarReading, ReadOptions } from "./read-entry.ts";
import { readIcs } from "./read-ics.ts";

/** Reads a text in its thread, and reports when it begins: an iCalendar file where it looks like one, else CSV. */
export function work(
  { text, options }: { readonly text: string; readonly options: ReadOptions },
  report: (progress: "begun") => void,
): CalendarReading {
  report("begun");
  return /^\s*BEGIN:VCALENDAR/i.test(text) ? readIcs(text, options) : readCsv(text, options);
}
