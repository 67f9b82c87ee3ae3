import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { requireMayRemoveGroup } from "#lib/groups/domain/policy";
import { countUses, deleteGroup, getGroup } from "#lib/groups/store";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Removes a group on which nothing stands yet, such as one added by mistake.
 *
 * @throws AppError `forbidden`; `conflict` when it has groups below it, roles, meetings or a part in a series.
 */
export async function removeGroup(actor: Actor, groupId: string): Promise<void> {
  await transaction(async (db) => {
    const group = await getGroup(db, { id: groupId });
    requireMayRemoveGroup(actor, group);
    if ((await countUses(db, groupId)) > 0) throw new AppError("conflict", "groups.inUse");
    await deleteGroup(db, groupId);
    const { reference, title } = group;
    await recordAct(db, actor, {
      ...{ action: "groupRemove", subjectType: "group", subjectId: groupId },
      before: { reference, title },
      after: { reference },
    });
  });
}
