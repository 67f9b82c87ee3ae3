import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { requireMayEditGroup } from "#lib/groups/domain/policy";
import type { UpdateMeetingInput } from "#lib/groups/schema";
import { getGroup, getMeeting, updateMeeting } from "#lib/groups/store";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/**
 * Corrects a meeting of a group.
 *
 * @throws AppError `forbidden`; `conflict` when it was changed since the form was opened.
 */
export async function updateGroupMeeting(actor: Actor, input: UpdateMeetingInput): Promise<void> {
  await transaction(async (db) => {
    const { meetingId, version, ...facts } = input;
    const { id, groupId, version: now, ...before } = await getMeeting(db, meetingId);
    const group = await getGroup(db, { id: groupId });
    requireMayEditGroup(actor, group);
    if (now !== version) throw new AppError("conflict", "refusal.conflict");
    await updateMeeting(db, id, facts);
    await recordAct(db, actor, {
      ...{ action: "groupMeetingUpdate", subjectType: "group_meeting", subjectId: id },
      ...{ before, after: { reference: group.reference, ...facts } },
    });
  });
}
