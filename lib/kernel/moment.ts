import { clockIn, dayIn, GENEVA, offsetMinutes } from "./zone.ts";

/** A day in the parts a sentence needs, in the language of `locale`. */
export type DateParts = {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

/** A span of time on the clocks of one zone. */
export type ZonedSpan = {
  readonly date: DateParts;
  /** `13:00`, or `13:00-15:00` when there is an end. */
  readonly time: string;
  /** Whether the start falls on another calendar day than in Geneva. */
  readonly otherDay: boolean;
  /** Whether the end falls on a later calendar day than the start, in this zone. */
  readonly endsNextDay: boolean;
  /** City part of the zone's name: `Seoul` of `Asia/Seoul`. */
  readonly place: string;
};

/** The moment on the clocks of a zone. `end` is exclusive and may be missing. */
export function spanIn(
  start: Date,
  end: Date | undefined,
  zone: { timeZone: string; locale: string },
): ZonedSpan {
  const { timeZone, locale } = zone;
  const day = dayIn(start, timeZone);
  return {
    date: dateParts(start, timeZone, locale),
    time: end ? `${clockIn(start, timeZone)}-${clockIn(end, timeZone)}` : clockIn(start, timeZone),
    otherDay: day !== dayIn(start, GENEVA),
    endsNextDay: end !== undefined && dayIn(end, timeZone) !== day,
    place: (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " "),
  };
}

/** Weekday, day, month and year of an instant in a zone, with names in the language of `locale`. */
export function dateParts(instant: Date, timeZone: string, locale: string): DateParts {
  const shifted = new Date(instant.getTime() + offsetMinutes(instant, timeZone) * 60_000);
  const parts = new Map(
    namesIn(locale)
      .formatToParts(shifted)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return { weekday: part("weekday"), day: part("day"), month: part("month"), year: part("year") };
}

// Making one takes longer than using it a hundred times, and a page shows hundreds of moments.
const formats = new Map<string, Intl.DateTimeFormat>();

function namesIn(locale: string): Intl.DateTimeFormat {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      ...{ timeZone: "UTC", weekday: "short", day: "numeric", month: "long", year: "numeric" },
    });
    formats.set(locale, format);
  }
  return format;
}
