import type { Db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { Asked } from "#lib/scheduling/domain/opening";
import { requireTakesPeople } from "#lib/scheduling/domain/policy";
import { phaseOf, type Poll } from "#lib/scheduling/domain/poll";
import { insertInvitee, listInvitees } from "#lib/scheduling/store/invitees";
import type { Series } from "#lib/series/domain/series";
import { invitePeople } from "./invite-people.ts";

/** The poll that people are put on the list of. `now` says whether it is open. */
export type Asking = {
  readonly series: Series;
  readonly poll: Poll;
  readonly actor: Pick<Actor, "name">;
  readonly now: Date;
};

/**
 * Puts people on the list of a poll and gives how many are new; an open poll mails each of them a personal link.
 *
 * Who is on the list already stays there for the same side; of somebody named twice the first counts. For use cases that have asked for rights and hold the
 * poll (`holdPoll`), in their transaction.
 *
 * @throws AppError `conflict` when the poll is closed or decided.
 */
export async function askPeople(db: Db, asking: Asking, people: readonly Asked[]): Promise<number> {
  const { poll, series, actor, now } = asking;
  requireTakesPeople(poll, now);
  const known = new Set((await listInvitees(db, poll.id)).map(({ personId }) => personId));
  const fresh = people.filter(({ personId }) => {
    const isNew = !known.has(personId);
    known.add(personId);
    return isNew;
  });
  if (phaseOf(poll, now) === "open") {
    const closesAt = poll.closesAt ?? now;
    const invitation = { pollId: poll.id, closesAt, slots: poll.slots.length, series, invitedBy: actor.name };
    await invitePeople(db, invitation, fresh);
  } else {
    for (const { personId, sideId } of fresh)
      await insertInvitee(db, { pollId: poll.id, personId, sideId, tokenHash: null, linkNumber: 0 });
  }
  return fresh.length;
}
