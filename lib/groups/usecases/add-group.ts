import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { isParentOf } from "#lib/groups/domain/plan-import";
import { requireAdministrator, requireMayEditGroup } from "#lib/groups/domain/policy";
import { parseReference, type Reference } from "#lib/groups/domain/reference";
import type { AddGroupInput } from "#lib/groups/schema";
import { findGroup, getGroup, insertGroup } from "#lib/groups/store";
import { AppError } from "#lib/kernel/errors";
import { say, type WordKey } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Adds a Working Party or Question below a group, or (administrators only) a Study Group, and gives its reference.
 *
 * @throws AppError `forbidden`; `invalid` when the reference is none, is taken, or does not belong there.
 */
export async function addGroup(actor: Actor, input: AddGroupInput): Promise<string> {
  return transaction(async (db) => {
    const reference = parseReference(input.reference);
    if (!reference) throw badReference("groups.noReference");
    await requireMayAdd(db, actor, { reference, parentId: input.parentId });
    const { studyPeriodId, title } = input;
    if (await findGroup(db, studyPeriodId, reference.text)) throw badReference("groups.referenceTaken");
    const id = await insertGroup(db, {
      ...{ studyPeriodId, title, kind: reference.kind, reference: reference.text },
      parentId: input.parentId ?? null,
    });
    await recordAct(db, actor, {
      ...{ action: "groupAdd", subjectType: "group", subjectId: id },
      after: { reference: reference.text, title },
    });
    return reference.text;
  });
}

async function requireMayAdd(
  db: Db,
  actor: Actor,
  { reference, parentId }: { reference: Reference; parentId: string | undefined },
): Promise<void> {
  if (parentId === undefined) {
    requireAdministrator(actor);
    if (reference.of !== null) throw badReference("groups.referenceElsewhere");
    return;
  }
  const parent = await getGroup(db, { id: parentId });
  requireMayEditGroup(actor, parent);
  const above = parseReference(parent.reference);
  if (!above || !isParentOf(above, reference)) throw badReference("groups.referenceElsewhere");
}

const badReference = (key: WordKey) =>
  new AppError("invalid", "refusal.checkFields", { reference: [say(key)] });
