import type { Day } from "#lib/kernel/day";

/**
 * One stretch of time that a calendar file names: in days (both ends included), or as instants (end excluded, in
 * milliseconds since 1970).
 */
export type ReadEntry = {
  /** UID and occurrence, or title and number: the same in the next file of the same source. */
  readonly key: string;
  readonly title: string;
  readonly place: string;
} & (
  | { readonly opensOn: Day; readonly closesOn: Day; readonly startsAt: null; readonly endsAt: null }
  | { readonly opensOn: null; readonly closesOn: null; readonly startsAt: number; readonly endsAt: number }
);

/** What a file says. */
export type CalendarReading = {
  /** In order of time. */
  readonly entries: readonly ReadEntry[];
  /** How many entries were written without a zone, and so are taken in the zone that was chosen. */
  readonly floating: number;
  /** How many entries the file itself calls cancelled; they are left out. */
  readonly cancelled: number;
};

/** How a file is to be read. */
export type ReadOptions = {
  /** IANA zone of times that name none. */
  readonly floatingZone: string;
  /** Days between which recurrences are written out, both included. */
  readonly from: Day;
  readonly to: Day;
};

/** Entries of one edition. */
export const MOST_ENTRIES = 5_000;

const LONGEST_TITLE = 300;

/** A text of the file as one line without control characters, cut to length. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_TITLE);
}

const beginning = ({ opensOn, startsAt }: ReadEntry) => startsAt ?? Date.parse(opensOn);

/** The entries in order of time, then of their keys. */
export function inTimeOrder(entries: readonly ReadEntry[]): ReadEntry[] {
  return [...entries].sort((a, b) => beginning(a) - beginning(b) || (a.key < b.key ? -1 : 1));
}
