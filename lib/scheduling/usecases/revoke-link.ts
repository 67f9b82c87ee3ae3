import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll } from "#lib/scheduling/domain/policy";
import { getInvitee, updateLink } from "#lib/scheduling/store/invitees";
import type { PollKey } from "#lib/scheduling/domain/which-poll";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Makes an invited person's link stop working; answers given stay. It may run twice.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for somebody of another poll.
 */
export async function revokeLink(
  actor: Actor,
  input: PollKey & { readonly inviteeId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    const { id, name } = await getInvitee(db, poll.id, input.inviteeId);
    await updateLink(db, id, { tokenHash: null, revokedAt: now });
    await recordAct(db, actor, {
      ...{ action: "linkRevoke", subjectType: "invitee", subjectId: id, seriesId: series.id },
      before: { person: name },
    });
  });
}
