import type { Day } from "#lib/kernel/day";
import { type CalendarEntry, isSameTime } from "./calendar.ts";

/** An entry that both editions have, with another time, title or place. */
export type EntryChange = { readonly before: CalendarEntry; readonly after: CalendarEntry };

/** What a newer edition changes. */
export type EditionDifference = {
  readonly added: readonly CalendarEntry[];
  readonly removed: readonly CalendarEntry[];
  /** Another day or time. */
  readonly moved: readonly EntryChange[];
  /** Another title or place at the same time. */
  readonly renamed: readonly EntryChange[];
  readonly unchanged: number;
};

/**
 * Compares two editions entry by entry; what was over before `from` is left out, because sources drop what is past.
 *
 * Entries are the same when their keys are; sources that give new keys each time are matched by title and time, and
 * then by a title that occurs once.
 */
export function compareEditions(
  before: readonly CalendarEntry[],
  after: readonly CalendarEntry[],
  from: Day,
): EditionDifference {
  const coming = (entries: readonly CalendarEntry[]) => entries.filter((entry) => lastDay(entry) >= from);
  const left: Left = { before: new Set(coming(before)), after: new Set(coming(after)) };
  const pairs = [
    ...match(left, ({ key }) => key),
    ...match(left, (entry) => `${entry.title} ${timeOf(entry)}`),
    ...match(left, ({ title }) => title),
  ];
  const moved = pairs.filter((pair) => !isSameTime(pair.before, pair.after));
  const renamed = pairs.filter((pair) => isSameTime(pair.before, pair.after) && !isSameText(pair));
  return {
    ...{ added: [...left.after], removed: [...left.before], moved, renamed },
    unchanged: pairs.length - moved.length - renamed.length,
  };
}

type Left = { readonly before: Set<CalendarEntry>; readonly after: Set<CalendarEntry> };

/** Takes those out of what is left that have the same name in both editions, and only once in each. */
function match(left: Left, nameOf: (entry: CalendarEntry) => string): EntryChange[] {
  const [old, own] = [byName(left.before, nameOf), byName(left.after, nameOf)];
  const pairs: EntryChange[] = [];
  for (const [name, [after, ...others]] of own) {
    const [before, ...more] = old.get(name) ?? [];
    if (!before || !after || others.length > 0 || more.length > 0) continue;
    left.before.delete(before);
    left.after.delete(after);
    pairs.push({ before, after });
  }
  return pairs;
}

function byName(entries: ReadonlySet<CalendarEntry>, nameOf: (entry: CalendarEntry) => string) {
  const names = new Map<string, CalendarEntry[]>();
  for (const entry of entries) names.set(nameOf(entry), [...(names.get(nameOf(entry)) ?? []), entry]);
  return names;
}

const isSameText = ({ before, after }: EntryChange) =>
  before.title === after.title && before.place === after.place;

const timeOf = ({ opensOn, closesOn, startsAt, endsAt }: CalendarEntry) =>
  startsAt === null ? `${opensOn}/${closesOn}` : `${startsAt.toISOString()}/${endsAt.toISOString()}`;

const lastDay = ({ closesOn, endsAt }: CalendarEntry): Day => closesOn ?? endsAt.toISOString().slice(0, 10);
