import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { requireMayEditGroup } from "#lib/groups/domain/policy";
import type { AddMeetingInput } from "#lib/groups/schema";
import { getGroup, insertMeeting } from "#lib/groups/store";
import type { Actor } from "#lib/people/domain/actor";

/** Enters a meeting of a group itself, with where it was read and when. @throws AppError `forbidden` */
export async function addGroupMeeting(actor: Actor, input: AddMeetingInput): Promise<void> {
  await transaction(async (db) => {
    const { groupId, ...facts } = input;
    const group = await getGroup(db, { id: groupId });
    requireMayEditGroup(actor, group);
    const id = await insertMeeting(db, groupId, facts);
    await recordAct(db, actor, {
      ...{ action: "groupMeetingAdd", subjectType: "group_meeting", subjectId: id },
      after: { reference: group.reference, ...facts },
    });
  });
}
