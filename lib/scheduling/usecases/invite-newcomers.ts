import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { peopleToAsk } from "#lib/scheduling/domain/opening";
import { requireMayRunPoll, requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { findPollFor } from "./find-poll-for.ts";
import { invitePeople } from "./invite-people.ts";

/**
 * Asks those who became members of the series after the poll was opened, and gives how many they are.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when everybody is asked or the poll is closed.
 */
export async function inviteNewcomers(
  actor: Actor,
  input: { readonly reference: string },
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireTakesAnswers(poll, now);
    const asked = new Set((await listInvitees(db, poll.id)).map(({ personId }) => personId));
    const guests = peopleToAsk(series).filter(({ personId }) => !asked.has(personId));
    if (guests.length === 0) throw new AppError("conflict", "scheduling.refusal.nobodyNew");
    const closesAt = poll.closesAt ?? now;
    const invitation = { pollId: poll.id, closesAt, slots: poll.slots.length, series, invitedBy: actor.name };
    await invitePeople(db, invitation, guests);
    await recordAct(db, actor, {
      ...{ action: "pollInvite", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: { people: guests.length },
    });
    return guests.length;
  });
}
