import type { Day } from "./day.ts";

/** The reference clock of ITU-T announcements, called Geneva time. */
export const GENEVA = "Europe/Zurich";

/** Whether this machine's time zone data knows the IANA name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  if (!name.includes("/") && name !== "UTC") return false;
  try {
    return clockOf(name).resolvedOptions().timeZone !== "";
  } catch {
    return false; // the only way to ask
  }
}

/**
 * The one name under which a zone is kept: spelled as IANA does, an alias under the zone it stands for, and cities
 * under their current names. `Asia/Calcutta` and `asia/kolkata` are one place, so both give `Asia/Kolkata`.
 *
 * The name must be a time zone: ask {@link isTimeZone} first.
 */
export function canonicalZone(name: string): string {
  const { timeZone } = clockOf(name).resolvedOptions();
  return RENAMED[timeZone] ?? timeZone;
}

/** Every zone that this machine knows, each once under its kept name, and UTC, in the order of the alphabet. */
export function allZones(): readonly string[] {
  known ??= [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(canonicalZone)])].sort();
  return known;
}

let known: readonly string[] | undefined;

// Machines resolve aliases by the names of CLDR, which never change; these are those that IANA has renamed since
// (`iana` in common/bcp47/timezone.xml of CLDR 48, by tzdata/backward).
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The calendar day an instant falls on in a zone. */
export function dayIn(instant: Date, timeZone: string): Day {
  return shifted(instant, timeZone).toISOString().slice(0, 10);
}

/** The wall clock of an instant in a zone, as `HH:mm`, 24 hours. */
export function clockIn(instant: Date, timeZone: string): string {
  return shifted(instant, timeZone).toISOString().slice(11, 16);
}

/** Minutes after local midnight of an instant in a zone, 0 to 1439. */
export function minuteOfDayIn(instant: Date, timeZone: string): number {
  const local = shifted(instant, timeZone);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/**
 * The instant at which clocks in a zone show this day and time (`HH:mm`).
 *
 * A time that a clock change skips gives the instant just as far after the change; a time that occurs twice
 * gives the first of the two.
 */
export function instantOf(day: Day, clock: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const at = (offset: number) => new Date(wall - offset * 60_000);
  const before = at(offsetMinutes(new Date(wall - MS_PER_DAY), timeZone));
  const after = at(offsetMinutes(new Date(wall + MS_PER_DAY), timeZone));
  const shows = (instant: Date) => shifted(instant, timeZone).getTime() === wall;
  const [first, second] = before <= after ? [before, after] : [after, before];
  if (shows(first)) return first;
  return shows(second) ? second : before;
}

/** Offset of a zone from UTC at an instant, in minutes, east positive. */
export function offsetMinutes(instant: Date, timeZone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_HOUR);
  let known = offsets.get(timeZone);
  if (!known || known.size >= MOST_KNOWN) offsets.set(timeZone, (known = new Map()));
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = measureOffset(instant, timeZone)));
  return offset;
}

// Not date-fns-tz's getTimezoneOffset, nor its fromZonedTime: within hours of a clock change both are wrong. Nor its
// formatInTimeZone: it loads all of date-fns, which takes longer than all else at a start.
function measureOffset(instant: Date, timeZone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = shown;
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  return Math.round((wall - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", { ...FIELDS, timeZone });
    if (clocks.size >= MOST_CLOCKS) clocks.clear(); // names come from outside, and may differ in case alone
    clocks.set(timeZone, clock);
  }
  return clock;
}

const FIELDS: Intl.DateTimeFormatOptions = {
  ...({ calendar: "gregory", numberingSystem: "latn", hourCycle: "h23" } as const),
  ...({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const),
};
const MOST_CLOCKS = 1_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

// Asking the tz data takes 40 µs, and a page asks for each slot in each zone. Clocks change only on quarter
// hours of UTC, so what holds at an instant holds for its whole quarter hour.
const MS_PER_DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
const MOST_KNOWN = 4_000;
const offsets = new Map<string, Map<number, number>>();

/** A date whose UTC fields show the wall clock of the zone. It stays inside this file. */
function shifted(instant: Date, timeZone: string): Date {
  return new Date(instant.getTime() + offsetMinutes(instant, timeZone) * 60_000);
}
