import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { getInvitee } from "#lib/scheduling/store/invitees";
import type { PollKey } from "#lib/scheduling/domain/which-poll";
import { findPollFor } from "./find-poll-for.ts";
import { invitationWords } from "./invitation-words.ts";
import { invitePeople } from "./invite-people.ts";

/**
 * Mails an invited person a new personal link. The one before stops working at once.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for somebody of another poll, `conflict` when the
 *   poll takes no answers.
 */
export async function renewLink(
  actor: Actor,
  input: PollKey & { readonly inviteeId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireTakesAnswers(poll, now);
    const { id, personId, sideId, name } = await getInvitee(db, poll.id, input.inviteeId);
    const closesAt = poll.closesAt ?? now;
    const invitation = {
      ...{ pollId: poll.id, closesAt, slots: poll.slots.length, series, invitedBy: actor.name },
      ...invitationWords(input),
    };
    await invitePeople(db, invitation, [{ personId, sideId, inviteeId: id }]);
    await recordAct(db, actor, {
      ...{ action: "linkRenew", subjectType: "invitee", subjectId: id, seriesId: series.id },
      after: { person: name },
    });
  });
}
