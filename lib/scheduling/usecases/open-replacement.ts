import type { Db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { carryAnswers } from "#lib/scheduling/domain/carry-answers";
import type { OfferedSlot } from "#lib/scheduling/domain/offer";
import { requireDeadlineFits } from "#lib/scheduling/domain/opening";
import type { Poll } from "#lib/scheduling/domain/poll";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { getPollById } from "#lib/scheduling/store/polls";
import { insertReplacement, updateCarried } from "#lib/scheduling/store/replacements";
import { insertSlots, listWithdrawn } from "#lib/scheduling/store/slots";
import type { Series } from "#lib/series/domain/series";
import { invitationWords } from "./invitation-words.ts";
import { invitePeople } from "./invite-people.ts";

/** Another time for one meeting, to ask people about. */
export type ReplacementToAsk = {
  readonly series: Series;
  /** The poll of the whole series. */
  readonly main: Poll;
  readonly meeting: { readonly id: string; readonly sequence: number };
  readonly slots: readonly OfferedSlot[];
  readonly closesAt: Date;
  readonly now: Date;
};

/**
 * Opens a small poll for another time of one meeting and asks whoever was asked for the series, with the same people
 * required, the same quorum, and what each answered before to the very same times. Gives its id, and how many are asked.
 *
 * For use cases that have asked for rights, in their transaction.
 *
 * @throws AppError `invalid` when the deadline is past or a slot starts before it.
 */
export async function openReplacement(
  db: Db,
  actor: Actor,
  { series, main, meeting, slots, closesAt, now }: ReplacementToAsk,
): Promise<{ readonly pollId: string; readonly people: number }> {
  const opened = { closesAt, openedAt: now, openedById: actor.id, quorum: main.quorum };
  const empty = await insertReplacement(db, { seriesId: series.id, replacesId: meeting.id, ...opened });
  await insertSlots(db, empty, { slots, proposedById: actor.id, at: now });
  const poll = await getPollById(db, empty.id);
  requireDeadlineFits(poll, { closesAt, now, meetingCount: slots.length });

  const invitees = await listInvitees(db, main.id);
  const invitation = {
    ...{ pollId: poll.id, closesAt, slots: slots.length, series, invitedBy: actor.name },
    ...invitationWords(meeting),
  };
  await invitePeople(
    db,
    invitation,
    invitees.map(({ personId, sideId }) => ({ personId, sideId })),
  );
  const asked = [...main.slots, ...(await listWithdrawn(db, main.id))];
  for (const { personId, required, answers, answeredAt, enteredById } of invitees) {
    const carried = carryAnswers(answers, asked, poll.slots);
    const given = carried ? { answeredAt, enteredById } : { answeredAt: null, enteredById: null };
    await updateCarried(db, { pollId: poll.id, personId }, { required, answers: carried, ...given });
  }
  return { pollId: poll.id, people: invitees.length };
}
