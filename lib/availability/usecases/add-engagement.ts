import { recordAct } from "#lib/audit/record";
import { requireRoom } from "#lib/availability/domain/limits";
import { minutesBetween } from "#lib/availability/domain/span";
import type { AddOnceInput, AddWeeklyInput } from "#lib/availability/schema";
import { getAvailability, insertEngagement, type NewEngagement } from "#lib/availability/store";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { instantOf } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Writes down when one cannot attend or would rather not: once, or every week. Gives the id.
 *
 * The trail says that an entry was made, and nothing of what it holds.
 *
 * @throws AppError `invalid` when it ends before it starts, `conflict` when there are too many already.
 */
export async function addEngagement(actor: Actor, input: AddOnceInput | AddWeeklyInput): Promise<string> {
  const entry = "weekday" in input ? weekly(input) : once(input);
  return transaction(async (db) => {
    requireRoom((await getAvailability(db, actor.id)).engagements.length);
    const id = await insertEngagement(db, actor.id, entry);
    await recordAct(db, actor, { action: "engagementAdd", subjectType: "person", subjectId: actor.id });
    return id;
  });
}

function weekly({ kind, title, weekday, fromClock, toClock }: AddWeeklyInput): NewEngagement {
  const span = minutesBetween(fromClock, toClock);
  return { kind, title, weekday, ...span, startsAt: null, endsAt: null };
}

function once({ kind, title, timeZone, ...at }: AddOnceInput): NewEngagement {
  const startsAt = instantOf(at.fromDay, at.fromClock, timeZone);
  const endsAt = instantOf(at.toDay, at.toClock, timeZone);
  if (endsAt <= startsAt)
    throw new AppError("invalid", "refusal.checkFields", { toDay: [say("availability.field.endsBefore")] });
  return { kind, title, startsAt, endsAt, weekday: null, fromMinute: null, toMinute: null };
}
