import { readComponents } from "./components.ts";
import { readContentLines } from "./content-lines.ts";
import { groupsOf } from "./event-groups.ts";
import { type CalendarReading, inTimeOrder, type ReadEntry, type ReadOptions } from "./read-entry.ts";
import { requireFew } from "./write-out.ts";

/**
 * The entries of an iCalendar text between two days, with all recurrences written out.
 *
 * Text that comes from outside may ask for endless work: call it in a worker with limits.
 *
 * @throws AppError `invalid`, in most cases naming the line.
 * @see RFC 5545
 */
export function readIcs(text: string, options: ReadOptions): CalendarReading {
  const entries: ReadEntry[] = [];
  let [floating, cancelled] = [0, 0];
  for (const calendar of readComponents(readContentLines(text)))
    for (const group of groupsOf(calendar, options)) {
      const { events, written } = group.write();
      entries.push(...written.map(({ entry }) => entry));
      requireFew(entries.length);
      floating += events.filter(({ start }) => start.kind === "time" && start.zone === null).length;
      cancelled += events.filter((event) => event.cancelled).length;
    }
  return { entries: withOwnKeys(inTimeOrder(entries)), floating, cancelled };
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
