import type { Calendar, CalendarEdition, CalendarEntry } from "#lib/calendars/domain/calendar";
import { mayKeepCalendar } from "#lib/calendars/domain/policy";
import { getCalendar, listCurrentEntries, listEditions } from "#lib/calendars/store/calendars";
import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { isUuid } from "#lib/kernel/uuid";
import type { Actor } from "#lib/people/domain/actor";

/** Everything the page of a calendar says. */
export type CalendarView = {
  readonly calendar: Calendar;
  /** Newest first. */
  readonly editions: readonly CalendarEdition[];
  /** Of the edition that counts, in order of time. */
  readonly entries: readonly CalendarEntry[];
  readonly mayKeep: boolean;
};

/** A calendar with its editions, for whoever is signed in. @throws AppError `not_found` */
export async function showCalendar(actor: Actor, calendarId: string): Promise<CalendarView> {
  if (!isUuid(calendarId)) throw new AppError("not_found", "refusal.notFound");
  const calendar = await getCalendar(db, calendarId);
  return {
    calendar,
    editions: await listEditions(db, calendarId),
    entries: await listCurrentEntries(db, calendarId),
    mayKeep: mayKeepCalendar(actor, calendar.group),
  };
}
