import { addDays, type Day, isDay } from "#lib/kernel/day";

/** Days found in a line, what is left of the line, and whether a day was written that does not exist. */
export type WrittenDays = {
  readonly days: readonly Day[];
  readonly rest: string;
  readonly isWrong: boolean;
  /** ISO weekday that the line names beside the day; null when it names none. */
  readonly weekday: number | null;
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})[a-z]*\\.?`;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEKDAY = new RegExp(
  `\\b(${WEEKDAYS.join("|")})(?:day|sday|nesday|rsday|urday|s|rs|r|nes)?\\b[.,]?`,
  "i",
);

type Form = {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[], today: Day) => readonly (Day | null)[];
};

const ORDINAL = "(?:st|nd|rd|th)?";

/** From the most exact to the loosest; the first that fits counts. */
const FORMS: readonly Form[] = [
  {
    pattern: /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=T|\b)/i,
    read: ([year, month, date]) => [toDay(year, month, date)],
  },
  {
    pattern: /\b(20\d{2})(\d{2})(\d{2})(?=T|\b)/i,
    read: ([year, month, date]) => [toDay(year, month, date)],
  },
  {
    // 16-18 March 2027, as ITU writes a span of days
    pattern: new RegExp(`\\b(\\d{1,2})\\s*(?:-|–|to)\\s*(\\d{1,2})\\s+${MONTH}(?:,?\\s+(\\d{4}))?\\b`, "i"),
    read: ([first, last, month, year], today) =>
      spanOf(Number(first), Number(last), (date) => namedDay(date, { month, year, today })),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})${ORDINAL}(?:\\s+of)?[\\s-]+${MONTH}(?:,?[\\s-]+(\\d{4}))?(?!\\d)`,
      "i",
    ),
    read: ([date, month, year], today) => [namedDay(Number(date), { month, year, today })],
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})${ORDINAL}(?!:|h)(?:,?\\s+(\\d{4}))?\\b(?!:)`, "i"),
    read: ([month, date, year], today) => [namedDay(Number(date), { month, year, today })],
  },
  {
    // 16.3.2027 and 16/03/2027: the day first, as ITU writes it, unless only the other way is a day
    pattern: /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/,
    read: ([first, second, year]) => [toDay(year, second, first) ?? toDay(year, first, second)],
  },
];

/**
 * The days that a line names, in any of the usual forms. A day without a year is the next such day from `today` on.
 */
export function findWrittenDays(line: string, today: Day): WrittenDays {
  const named = WEEKDAY.exec(line);
  const weekday = named ? WEEKDAYS.indexOf((named[1] ?? "").toLowerCase()) + 1 : null;
  const text = named ? line.replace(named[0], " ") : line;
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const days = read(found.slice(1), today);
    const known = days.filter((day) => day !== null);
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { days: known, rest, weekday, isWrong: known.length === 0 || known.length < days.length };
  }
  return { days: [], rest: text, isWrong: false, weekday };
}

function toDay(year = "", month = "", date = ""): Day | null {
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

type Named = { readonly month: string | undefined; readonly year: string | undefined; readonly today: Day };

function namedDay(date: number, { month = "", year, today }: Named): Day | null {
  const number = String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);
  if (year) return toDay(year, number, String(date));
  const thisYear = Number(today.slice(0, 4));
  const next = [thisYear, thisYear + 1].map((candidate) => toDay(String(candidate), number, String(date)));
  return next.find((day) => day !== null && day > addDays(today, -1)) ?? null;
}

function spanOf(first: number, last: number, dayOf: (date: number) => Day | null): (Day | null)[] {
  if (last < first) return [null];
  return Array.from({ length: Math.min(31, last - first + 1) }, (_, index) => dayOf(first + index));
}
