import { BadQuotes, type CsvRecord, splitCsv } from "#lib/csv/records";
import { addDays, isDay } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { isTimeZone } from "#lib/kernel/zone";
import { MS_PER_DAY } from "./ics-time.ts";
import {
  type CalendarReading,
  inTimeOrder,
  MOST_ENTRIES,
  oneLine,
  type ReadEntry,
  type ReadOptions,
} from "./read-entry.ts";
import { ianaClock } from "./zones.ts";

const COLUMNS = ["title", "opens", "closes", "zone", "place"] as const;
type Row = { readonly line: number } & Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * The entries of a CSV text: a line of column names (`title`, `opens`, and if wanted `closes`, `zone`, `place`), then
 * a line for each entry. `opens` and `closes` are days (`2027-03-01`, both included) or times (`2027-03-01 14:00`) on
 * the clock of `zone`, or of the zone that was chosen. Comma, semicolon or tab between cells.
 *
 * @throws AppError `invalid`, naming the line.
 */
export function readCsv(text: string, options: ReadOptions): CalendarReading {
  const rows = readRows(text);
  const counts = new Map<string, number>();
  const entries = rows.map((row) => {
    const title = oneLine(row.title);
    if (title === "") throw refuse("noTitle", { line: row.line });
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    const key = count === 1 ? title : `${title}#${count}`;
    return toEntry(row, { key, title, place: oneLine(row.place) }, options);
  });
  const [from, to] = [Date.parse(options.from), Date.parse(addDays(options.to, 1))];
  return {
    entries: inTimeOrder(entries).filter((entry) => touches(entry, from, to)),
    floating: rows.filter(({ opens, zone }) => opens.length > 10 && zone === "").length,
    cancelled: 0,
  };
}

function readRows(text: string): Row[] {
  const [head, ...lines] = split(text);
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const strange = names.find((name) => !COLUMNS.some((known) => known === name));
  if (strange !== undefined || !names.includes("title") || !names.includes("opens"))
    throw refuse("csvHead", { expected: COLUMNS.join(", "), name: (strange ?? "").slice(0, 40) });
  if (lines.length > MOST_ENTRIES) throw refuse("tooManyEntries", { most: MOST_ENTRIES });
  return lines.map(({ line, cells }) => {
    const cell = (name: string) => (cells[names.indexOf(name)] ?? "").trim();
    const [title, opens, closes, zone, place] = [...COLUMNS].map(cell);
    return { line, title, opens, closes, zone, place } as Row;
  });
}

function split(text: string): readonly CsvRecord[] {
  try {
    return splitCsv(text, MOST_ENTRIES);
  } catch (error) {
    if (error instanceof BadQuotes) throw refuse("csvQuotes", { line: error.line });
    throw error;
  }
}

type Key = "noTitle" | "csvQuotes" | "csvHead" | "tooManyEntries" | "csvTime" | "csvZone" | "endsFirst";
const refuse = (key: Key, values: Record<string, string | number>) =>
  new AppError("invalid", say(`calendars.file.${key}`, values));

type Named = Pick<ReadEntry, "key" | "title" | "place">;

function toEntry({ line, opens, closes, zone }: Row, named: Named, { floatingZone }: ReadOptions): ReadEntry {
  if (zone !== "" && !isTimeZone(zone)) throw refuse("csvZone", { line, zone: zone.slice(0, 60) });
  if (isDay(opens)) {
    const closesOn = closes || opens;
    if (!isDay(closesOn)) throw refuse("csvTime", { line, text: closes.slice(0, 40) });
    if (closesOn < opens) throw refuse("endsFirst", { line });
    return { ...named, opensOn: opens, closesOn, startsAt: null, endsAt: null };
  }
  const [startsAt, endsAt] = [opens, closes].map((text) =>
    instantIn(text, { line, zone: zone || floatingZone }),
  );
  if (startsAt === undefined || endsAt === undefined || endsAt < startsAt)
    throw refuse("endsFirst", { line });
  return { ...named, opensOn: null, closesOn: null, startsAt, endsAt };
}

function instantIn(text: string, { line, zone }: { readonly line: number; readonly zone: string }): number {
  const [, day = "", clock = ""] = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  if (!isDay(day)) throw refuse("csvTime", { line, text: text.slice(0, 40) });
  return ianaClock(zone)
    .toInstant(Date.parse(`${day}T${clock}:00Z`))
    .getTime();
}

function touches({ opensOn, closesOn, startsAt, endsAt }: ReadEntry, from: number, to: number): boolean {
  return startsAt === null
    ? Date.parse(closesOn) + MS_PER_DAY > from && Date.parse(opensOn) < to
    : endsAt >= from && startsAt < to;
}
