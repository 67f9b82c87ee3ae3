import { tzlib_get_ical_block } from "timezones-ical-library";
import { invariant } from "#lib/kernel/errors";
import { addMinutes, type Interval } from "#lib/kernel/interval";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";

/** A meeting as it stands in somebody's calendar. Lines of texts end in LF. */
export type CalendarEntry = Interval & {
  /** Stable for ever, such as `0197…@liaise.example.org`. */
  readonly uid: string;
  /** Grows with each change that is announced. */
  readonly sequence: number;
  readonly status: "tentative" | "confirmed" | "cancelled";
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
};

export type CalendarFile = {
  readonly name: string;
  readonly organizer: { readonly name: string; readonly address: string };
  /** The DTSTAMP of every entry. */
  readonly writtenAt: Date;
  readonly entries: readonly CalendarEntry[];
  /** `cancel` takes entries out that were published before. */
  readonly method?: "publish" | "cancel";
};

const MAX_ENTRIES = 1_000;
const MAX_TEXT = 10_000;
const MAX_LINE_OCTETS = 75;

/**
 * An iCalendar file of meetings in Geneva time, to be published: lines end in CR LF and fold at 75 octets.
 *
 * The same input gives the same file. Control characters in texts become spaces, and texts end at 10,000
 * characters.
 *
 * @throws Error when a UID, address or link could not stand in such a file: they are ours, not the user's.
 * @see RFC 5545, RFC 5546 section 3.2.1
 */
export function writeCalendar(file: CalendarFile): string {
  const { name, organizer, writtenAt, entries, method = "publish" } = file;
  invariant(entries.length <= MAX_ENTRIES, "a calendar has at most 1,000 entries");
  const common = [`DTSTAMP:${utc(writtenAt)}`, organizerLine(organizer)];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Liaise//Liaise//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method.toUpperCase()}`,
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...genevaRules(),
    ...entries.flatMap((entry) => entryLines(entry, common)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function entryLines(entry: CalendarEntry, common: readonly string[]): string[] {
  invariant(/^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+$/.test(entry.uid), "a UID has an id and a domain");
  invariant(Number.isInteger(entry.sequence) && entry.sequence >= 0, "SEQUENCE counts from 0");
  invariant(entry.start < entry.end, "a meeting ends after it starts");
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    ...common,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.status.toUpperCase()}`,
    `DTSTART${geneva(entry.start)}`,
    `DTEND${geneva(entry.end)}`,
    `SUMMARY:${text(entry.summary)}`,
    `DESCRIPTION:${text(entry.description)}`,
    `LOCATION:${text(entry.location)}`,
    `URL:${link(entry.url)}`,
    "END:VEVENT",
  ];
}

function organizerLine({ name, address }: CalendarFile["organizer"]): string {
  invariant(/^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/.test(address), "the organizer has a mail address");
  return `ORGANIZER;CN="${clean(name).replace(/["\n]/g, " ").trim()}":mailto:${address}`;
}

/** Summer and winter time of Geneva, from the time zone database. */
const genevaRules = () => tzlib_get_ical_block(GENEVA)[0]?.split("\r\n") ?? [];

/**
 * An instant as the rest of a DTSTART or DTEND line. The hour that occurs twice when summer time ends is given in
 * UTC: readers disagree on which of the two a local time means.
 */
function geneva(instant: Date): string {
  const local = wall(instant);
  const isTwice = [-60, 60].some((minutes) => wall(addMinutes(instant, minutes)) === local);
  return isTwice ? `:${utc(instant)}` : `;TZID=${GENEVA}:${local}`;
}

/** `20270301T130000`, by the clocks of Geneva. */
const wall = (instant: Date) =>
  `${dayIn(instant, GENEVA).replaceAll("-", "")}T${clockIn(instant, GENEVA).replace(":", "")}00`;

/** `20270301T120000Z` */
const utc = (instant: Date) => `${instant.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;

const text = (value: string) =>
  clean(value)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

/** At most so many characters, of which none controls anything but a new line. */
const clean = (value: string) =>
  value
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .slice(0, MAX_TEXT)
    .toWellFormed();

function link(url: string): string {
  const parsed = URL.parse(url);
  invariant(parsed?.protocol === "https:" || parsed?.protocol === "http:", "a link is a web address");
  return parsed.href;
}

/** Breaks a line into pieces of at most 75 octets, never inside a character. @see RFC 5545, 3.1 */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_LINE_OCTETS) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}
