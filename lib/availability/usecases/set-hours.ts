import { recordAct } from "#lib/audit/record";
import { minutesBetween } from "#lib/availability/domain/span";
import type { UsualHoursInput } from "#lib/availability/schema";
import { setUsualHours } from "#lib/availability/store";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Keeps one's usual hours in place of those before; null takes them away.
 *
 * @throws AppError `invalid` when they end before they start.
 */
export async function setHours(actor: Actor, input: UsualHoursInput | null): Promise<void> {
  const hours = input && {
    ...minutesBetween(input.fromClock, input.toClock),
    ...{ weekdays: input.weekdays, outside: input.outside, inside: input.inside },
  };
  await transaction(async (db) => {
    await setUsualHours(db, actor.id, hours);
    await recordAct(db, actor, { action: "hoursSet", subjectType: "person", subjectId: actor.id });
  });
}
