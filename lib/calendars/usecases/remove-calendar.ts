import { recordAct } from "#lib/audit/record";
import { requireMayKeepCalendar } from "#lib/calendars/domain/policy";
import { deleteCalendar, getCalendar } from "#lib/calendars/store/calendars";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/** Removes a calendar with all its editions. @throws AppError `not_found`, `forbidden` */
export async function removeCalendar(actor: Actor, calendarId: string): Promise<void> {
  await transaction(async (db) => {
    const calendar = await getCalendar(db, calendarId);
    requireMayKeepCalendar(actor, calendar.group);
    await deleteCalendar(db, calendarId);
    const { kind, title } = calendar;
    await recordAct(db, actor, {
      ...{ action: "calendarRemove", subjectType: "calendar", subjectId: calendarId },
      ...{ before: { kind, title }, after: { title } },
    });
  });
}
