import { recordAct } from "#lib/audit/record";
import { requireMayKeepCalendar, requireMayKeepCalendars } from "#lib/calendars/domain/policy";
import type { AddCalendarInput } from "#lib/calendars/schema";
import { getCalendarGroup, insertCalendar } from "#lib/calendars/store/calendars";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { isCountry } from "#lib/people/domain/country";

/**
 * Begins an empty calendar and gives its id. `isSample` marks what only shows the form.
 *
 * @throws AppError `forbidden`; `not_found` for an unknown group; `invalid` for a country that does not exist.
 */
export async function addCalendar(actor: Actor, input: AddCalendarInput, isSample = false): Promise<string> {
  requireMayKeepCalendars(actor);
  const { kind, title, effect } = input;
  if (kind === "holidays" && !isCountry(input.country ?? ""))
    throw new AppError("invalid", "refusal.checkFields", { country: [say("field.invalid")] });
  return transaction(async (db) => {
    const group = kind === "group" ? await getCalendarGroup(db, input.groupId ?? "") : null;
    requireMayKeepCalendar(actor, group);
    const country = kind === "holidays" ? input.country : null;
    const facts = { kind, title, country, effect, isSample };
    const id = await insertCalendar(db, { ...facts, groupId: group?.id ?? null });
    await recordAct(db, actor, {
      ...{ action: "calendarAdd", subjectType: "calendar", subjectId: id },
      after: { ...facts, group: group?.reference ?? null },
    });
    return id;
  });
}
