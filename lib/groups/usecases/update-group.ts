import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import type { Group } from "#lib/groups/domain/group";
import { isParentOf } from "#lib/groups/domain/plan-import";
import { requireMayEditGroup } from "#lib/groups/domain/policy";
import { parseReference } from "#lib/groups/domain/reference";
import type { UpdateGroupInput } from "#lib/groups/schema";
import { getGroup, type GroupFacts, updateGroup as writeGroup } from "#lib/groups/store";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Changes the title, lists, secretariat and place of a group.
 *
 * @throws AppError `forbidden`; `conflict` when it was changed since the form was opened; `invalid` when a Question
 *   cannot stand there.
 */
export async function updateGroup(actor: Actor, input: UpdateGroupInput): Promise<void> {
  await transaction(async (db) => {
    const group = await getGroup(db, { id: input.groupId });
    requireMayEditGroup(actor, group);
    if (group.version !== input.version) throw new AppError("conflict", "refusal.conflict");
    const facts = {
      title: input.title,
      lists: [...new Set(input.lists)].sort(),
      parentId: await parentFor(db, group, input.parentId),
      secretariatEmail: group.parentId === null ? (input.secretariatEmail ?? null) : null,
    };
    await writeGroup(db, group.id, facts);
    await recordAct(db, actor, {
      ...{ action: "groupUpdate", subjectType: "group", subjectId: group.id },
      before: factsOf(group),
      after: { reference: group.reference, ...facts },
    });
  });
}

async function parentFor(db: Db, group: Group, parentId: string | undefined): Promise<string | null> {
  if (group.kind !== "Q" || parentId === undefined) return group.parentId;
  const parent = await getGroup(db, { id: parentId });
  const [above, below] = [parseReference(parent.reference), parseReference(group.reference)];
  const fits = above && below && isParentOf(above, below) && parent.studyPeriodId === group.studyPeriodId;
  if (fits) return parent.id;
  throw new AppError("invalid", "refusal.checkFields", { parentId: [say("field.invalid")] });
}

const factsOf = ({ title, lists, parentId, secretariatEmail }: Group): GroupFacts & { lists: string[] } => ({
  ...{ title, lists: [...lists], parentId, secretariatEmail },
});
