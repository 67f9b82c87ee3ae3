import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { requireMayEditGroup } from "#lib/groups/domain/policy";
import { deleteMeeting, getGroup, getMeeting } from "#lib/groups/store";
import type { Actor } from "#lib/people/domain/actor";

/** Takes a meeting of a group out of the calendar. @throws AppError `forbidden` or `not_found` */
export async function removeGroupMeeting(actor: Actor, meetingId: string): Promise<void> {
  await transaction(async (db) => {
    const { id, groupId, version: _version, ...before } = await getMeeting(db, meetingId);
    const group = await getGroup(db, { id: groupId });
    requireMayEditGroup(actor, group);
    await deleteMeeting(db, id);
    await recordAct(db, actor, {
      ...{ action: "groupMeetingRemove", subjectType: "group_meeting", subjectId: id },
      ...{ before, after: { reference: group.reference, title: before.title } },
    });
  });
}
