import { recordAct } from "#lib/audit/record";
import { requireMayKeepCalendar } from "#lib/calendars/domain/policy";
import type { EditCalendarInput } from "#lib/calendars/schema";
import { getCalendar, updateCalendar } from "#lib/calendars/store/calendars";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Changes the title of a calendar, and whether it warns or blocks: every open poll sees that at once.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` when it was changed since the form was opened.
 */
export async function editCalendar(actor: Actor, input: EditCalendarInput): Promise<void> {
  await transaction(async (db) => {
    const calendar = await getCalendar(db, input.calendarId);
    requireMayKeepCalendar(actor, calendar.group);
    const { title, effect } = input;
    const seen = { id: calendar.id, version: input.version };
    if (!(await updateCalendar(db, seen, { title, effect })))
      throw new AppError("conflict", "refusal.conflict");
    await recordAct(db, actor, {
      ...{ action: "calendarEdit", subjectType: "calendar", subjectId: calendar.id },
      before: { title: calendar.title, effect: calendar.effect },
      after: { title, effect },
    });
  });
}
