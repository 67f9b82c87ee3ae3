import type { Db } from "#lib/db/client";
import { phaseOf, type PollPhase } from "#lib/scheduling/domain/poll";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { findPoll } from "#lib/scheduling/store/polls";
import type { Series } from "#lib/series/domain/series";

/** Where the dates of a series stand, for pages that tell what is waited for. */
export type PollStatus = {
  readonly phase: PollPhase;
  readonly slots: number;
  readonly openedAt: Date | null;
  readonly closesAt: Date | null;
  readonly asked: number;
  /** People asked who have not answered at all. */
  readonly unansweredPersonIds: readonly string[];
};

/** For callers that have loaded the series for its reader. Null before the first slot is offered. */
export async function readPollStatus(
  db: Db,
  series: Pick<Series, "id">,
  now = new Date(),
): Promise<PollStatus | null> {
  const poll = await findPoll(db, series.id);
  if (!poll) return null;
  const invitees = await listInvitees(db, poll.id);
  return {
    phase: phaseOf(poll, now),
    slots: poll.slots.length,
    openedAt: poll.openedAt,
    closesAt: poll.closesAt,
    asked: invitees.length,
    unansweredPersonIds: invitees.filter(({ answeredAt }) => !answeredAt).map(({ personId }) => personId),
  };
}
