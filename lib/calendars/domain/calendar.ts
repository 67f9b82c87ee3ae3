import type { Day } from "#lib/kernel/day";

/** Meetings of a group of ours, meetings of another body, or holidays of a country. */
export const CALENDAR_KINDS = ["group", "other_body", "holidays"] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** What a clash does to a slot: it is said, or the slot cannot be taken. */
export const EFFECTS = ["warn", "block"] as const;
export type Effect = (typeof EFFECTS)[number];

/** A group as a calendar names it. */
export type CalendarGroup = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  /** Its Study Group (or TSAG), which may be the group itself. */
  readonly studyGroupId: string;
};

/** A collection of days and times that count when dates are chosen. */
export type Calendar = {
  readonly id: string;
  readonly kind: CalendarKind;
  readonly title: string;
  /** For `group` only. */
  readonly group: CalendarGroup | null;
  /** ISO 3166-1 alpha-2, for `holidays` only. */
  readonly country: string | null;
  readonly effect: Effect;
  /** Shows the form, and is not to be relied on. */
  readonly isSample: boolean;
  readonly version: number;
};

/** One import of a calendar. The newest that is not superseded counts. */
export type CalendarEdition = {
  readonly id: string;
  /** Where it comes from, in words. */
  readonly source: string;
  readonly asOf: Day;
  readonly importedBy: string;
  readonly importedAt: Date;
  readonly supersededAt: Date | null;
  readonly entries: number;
};

/** When something takes place: whole days (both included), or instants (the end excluded). */
export type EntryTime =
  | { readonly opensOn: Day; readonly closesOn: Day; readonly startsAt: null; readonly endsAt: null }
  | { readonly opensOn: null; readonly closesOn: null; readonly startsAt: Date; readonly endsAt: Date };

/** One stretch of time in an edition. */
export type CalendarEntry = EntryTime & {
  /** The same in the next edition from the same source. */
  readonly key: string;
  readonly title: string;
  readonly place: string;
};

/** Whether two entries take place at the same time. */
export function isSameTime(a: EntryTime, b: EntryTime): boolean {
  if (a.startsAt === null || b.startsAt === null)
    return a.opensOn === b.opensOn && a.closesOn === b.closesOn && a.startsAt === b.startsAt;
  return a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();
}
