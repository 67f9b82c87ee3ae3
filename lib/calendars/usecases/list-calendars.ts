import type { Calendar, CalendarEdition, CalendarGroup } from "#lib/calendars/domain/calendar";
import { mayKeepCalendar, mayKeepCalendars } from "#lib/calendars/domain/policy";
import { listCalendarGroups, listCalendars as list } from "#lib/calendars/store/calendars";
import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/** Every calendar with its newest edition, for whoever is signed in. */
export type CalendarsView = {
  readonly calendars: readonly { readonly calendar: Calendar; readonly current: CalendarEdition | null }[];
  readonly mayAdd: boolean;
  /** Groups whose calendars the reader keeps. */
  readonly groups: readonly CalendarGroup[];
};

/** The calendars, by kind and title, and what the reader may add. */
export async function listCalendars(actor: Actor): Promise<CalendarsView> {
  const mayAdd = mayKeepCalendars(actor);
  const groups = mayAdd ? await listCalendarGroups(db) : [];
  return {
    calendars: await list(db),
    mayAdd,
    groups: groups.filter((group) => mayKeepCalendar(actor, group)),
  };
}
