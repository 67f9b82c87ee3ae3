import { dateParts, type DateParts } from "#lib/kernel/moment";
import { addMinutes } from "#lib/kernel/interval";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import type { Day } from "#lib/kernel/day";

/** A slot as the sheet has it. `startsAt` is in milliseconds. */
export type SheetSlot = { readonly id: string; readonly startsAt: number; readonly lengthMinutes: number };

/** A slot on the clock of the reader, of Geneva and of UTC, all as `14:00-16:00`. */
export type SheetTimes = {
  readonly from: string;
  readonly to: string;
  readonly geneva: string;
  readonly utc: string;
  /** The days in Geneva and in UTC when they are another than the reader's; else null. */
  readonly genevaDate: DateParts | null;
  readonly utcDate: DateParts;
};

/** The slots of one day of the reader. */
export type SheetDay = {
  readonly day: Day;
  readonly date: DateParts;
  readonly slots: readonly (SheetSlot & SheetTimes)[];
};

/** Slots by the reader's calendar day, in the order given, with their times. */
export function groupByDay(
  slots: readonly SheetSlot[],
  zone: { readonly timeZone: string; readonly locale: string },
): SheetDay[] {
  const days = new Map<Day, SheetSlot[]>();
  for (const slot of slots) {
    const day = dayIn(new Date(slot.startsAt), zone.timeZone);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, ofDay]) => ({
    day,
    date: longDate(day, zone.locale),
    slots: ofDay.map((slot) => ({ ...slot, ...timesOf(slot, day, zone) })),
  }));
}

function timesOf(
  { startsAt, lengthMinutes }: SheetSlot,
  day: Day,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: string },
): SheetTimes {
  const start = new Date(startsAt);
  const end = addMinutes(start, lengthMinutes);
  const span = (zone: string) => `${clockIn(start, zone)}-${clockIn(end, zone)}`;
  const other = (zone: string) => (dayIn(start, zone) === day ? null : dateParts(start, zone, locale));
  return {
    ...{ from: clockIn(start, timeZone), to: clockIn(end, timeZone) },
    ...{ geneva: span(GENEVA), utc: span("UTC") },
    ...{ genevaDate: other(GENEVA), utcDate: dateParts(start, "UTC", locale) },
  };
}

/** The day with the whole name of its weekday, as it is read aloud. */
function longDate(day: Day, locale: string): DateParts {
  const noon = new Date(`${day}T12:00:00Z`);
  let format = weekdays.get(locale);
  if (!format)
    weekdays.set(locale, (format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" })));
  return { ...dateParts(noon, "UTC", locale), weekday: format.format(noon) };
}

const weekdays = new Map<string, Intl.DateTimeFormat>();
