import { recordAct } from "#lib/audit/record";
import { requireRoom } from "#lib/availability/domain/limits";
import type { AddStayInput } from "#lib/availability/schema";
import { getAvailability, insertStay } from "#lib/availability/store";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Writes down in which zone one will be from one day to another. Gives the id.
 *
 * @throws AppError `conflict` when there are too many already.
 */
export async function addStay(actor: Actor, stay: AddStayInput): Promise<string> {
  return transaction(async (db) => {
    requireRoom((await getAvailability(db, actor.id)).stays.length);
    const id = await insertStay(db, actor.id, stay);
    await recordAct(db, actor, { action: "stayAdd", subjectType: "person", subjectId: actor.id });
    return id;
  });
}
