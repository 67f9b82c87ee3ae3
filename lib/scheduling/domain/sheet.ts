import { type ZonePlan, zoneAt } from "#lib/availability/domain/zone-plan";
import { addDays, type Day } from "#lib/kernel/day";
import { addMinutes } from "#lib/kernel/interval";
import { dateParts, type DateParts } from "#lib/kernel/moment";
import { clockIn, dayIn, minuteOfDayIn } from "#lib/kernel/zone";

/** A slot as the sheet has it. `startsAt` is in milliseconds. */
export type SheetSlot = { readonly id: string; readonly startsAt: number; readonly lengthMinutes: number };

/** How times are written on the sheet. */
export type SheetClock = {
  /** Where the reader is, and when. */
  readonly plan: ZonePlan;
  /** Zones shown beside the reader's own, in order. */
  readonly beside: readonly string[];
  readonly clock: 24 | 12;
  /** First day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
  readonly locale: string;
};

/** A slot on the clock of another zone. */
export type BesideTime = {
  /** City part of the zone's name, such as `Seoul`. */
  readonly place: string;
  readonly time: string;
  /** The day there, when it is another than the reader's and always for UTC; else null. */
  readonly date: DateParts | null;
};

/** A slot on the clock of the reader and of the zones beside. */
export type SheetTimes = {
  readonly from: string;
  readonly to: string;
  /** Minutes after the reader's midnight at which it starts. */
  readonly order: number;
  readonly beside: readonly BesideTime[];
};

/** The slots of one day of the reader, in one zone. */
export type SheetDay = {
  readonly day: Day;
  readonly date: DateParts;
  /** Where the reader is on that day, when it is not home; else null. */
  readonly place: string | null;
  /** Whether another week begins with it than that of the day before on the sheet. */
  readonly startsWeek: boolean;
  readonly slots: readonly (SheetSlot & SheetTimes)[];
};

/** Slots by the reader's calendar day, in the order given, with their times. */
export function groupByDay(slots: readonly SheetSlot[], clock: SheetClock): SheetDay[] {
  const days = new Map<string, { day: Day; zone: string; slots: SheetSlot[] }>();
  for (const slot of slots) {
    const start = new Date(slot.startsAt);
    const zone = zoneAt(clock.plan, start);
    const day = dayIn(start, zone);
    const held = days.get(`${day} ${zone}`);
    if (held) held.slots.push(slot);
    else days.set(`${day} ${zone}`, { day, zone, slots: [slot] });
  }
  let week: Day | null = null;
  return [...days.values()].map(({ day, zone, slots: ofDay }) => {
    const before = week;
    week = weekOf(day, clock.weekStart);
    return {
      day,
      date: longDate(day, clock.locale),
      place: zone === clock.plan.home ? null : placeOf(zone),
      startsWeek: before !== null && week !== before,
      slots: ofDay.map((slot) => ({ ...slot, ...timesOf(slot, { day, zone }, clock) })),
    };
  });
}

/** The first day of the week of a day. `weekStart` is 1 for Monday to 7 for Sunday. */
export function weekOf(day: Day, weekStart: number): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, -((weekday - weekStart + 7) % 7));
}

/** City part of a zone's name: `New York` of `America/New_York`; `Geneva` of Europe/Zurich, as the house calls it. */
export function placeOf(timeZone: string): string {
  if (timeZone === "Europe/Zurich") return "Geneva";
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

function timesOf(
  { startsAt, lengthMinutes }: SheetSlot,
  own: { readonly day: Day; readonly zone: string },
  clock: SheetClock,
): SheetTimes {
  const start = new Date(startsAt);
  const end = addMinutes(start, lengthMinutes);
  const text = (instant: Date, zone: string) => onClock(clockIn(instant, zone), clock);
  return {
    ...{ from: text(start, own.zone), to: text(end, own.zone), order: minuteOfDayIn(start, own.zone) },
    beside: clock.beside
      .filter((zone) => zone !== own.zone)
      .map((zone) => ({
        place: placeOf(zone),
        time: `${text(start, zone)}-${text(end, zone)}`,
        date: zone === "UTC" || dayIn(start, zone) !== own.day ? dateParts(start, zone, clock.locale) : null,
      })),
  };
}

/** `14:00` as it is, or as the language writes it on a clock of twelve hours. */
function onClock(time: string, { clock, locale }: Pick<SheetClock, "clock" | "locale">): string {
  if (clock === 24) return time;
  return cached(locale, "clock", { hour: "numeric", minute: "2-digit", hour12: true }).format(
    new Date(`2000-01-01T${time}:00Z`),
  );
}

/** The day with the whole name of its weekday, as it is read aloud. */
function longDate(day: Day, locale: string): DateParts {
  const noon = new Date(`${day}T12:00:00Z`);
  const weekday = cached(locale, "weekday", { weekday: "long" }).format(noon);
  return { ...dateParts(noon, "UTC", locale), weekday };
}

function cached(locale: string, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let format = formats.get(`${locale} ${kind}`);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    formats.set(`${locale} ${kind}`, format);
  }
  return format;
}

const formats = new Map<string, Intl.DateTimeFormat>();
