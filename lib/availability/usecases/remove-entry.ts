import { recordAct } from "#lib/audit/record";
import { deleteEngagement, deleteStay } from "#lib/availability/store";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Takes an entry out of one's own profile.
 *
 * @throws AppError `not_found` when there is none with this id, or it is somebody else's.
 */
export async function removeEntry(actor: Actor, kind: "stay" | "engagement", id: string): Promise<void> {
  await transaction(async (db) => {
    if (kind === "stay") await deleteStay(db, actor.id, id);
    else await deleteEngagement(db, actor.id, id);
    const action = kind === "stay" ? "stayRemove" : "engagementRemove";
    await recordAct(db, actor, { action, subjectType: "person", subjectId: actor.id });
  });
}
