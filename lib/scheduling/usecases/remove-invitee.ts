import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayInvite, requireTakesPeople } from "#lib/scheduling/domain/policy";
import { deleteInvitee, getInvitee } from "#lib/scheduling/store/invitees";
import { holdPoll } from "#lib/scheduling/store/polls";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Takes somebody off the list of a poll who was put there by mistake and has not answered; the link stops working.
 *
 * @throws AppError `forbidden` for who is neither co-chair nor secretariat, `not_found` for somebody of another poll,
 *   `conflict` when the person has answered, or the poll is closed or decided.
 */
export async function removeInvitee(
  actor: Actor,
  input: { readonly reference: string; readonly inviteeId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayInvite, now });
    requireTakesPeople(poll, now);
    await holdPoll(db, poll.id);
    const { id, name, answeredAt } = await getInvitee(db, poll.id, input.inviteeId);
    if (answeredAt) throw new AppError("conflict", "scheduling.inviting.refusal.answered");
    await deleteInvitee(db, id);
    await recordAct(db, actor, {
      ...{ action: "pollUninvite", subjectType: "invitee", subjectId: id, seriesId: series.id },
      before: { person: name },
    });
  });
}
