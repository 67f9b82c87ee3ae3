import type { Db } from "#lib/db/client";
import type { Poll } from "#lib/scheduling/domain/poll";
import { updatePollDecided } from "#lib/scheduling/store/polls";

/** Ends the poll for good, in the transaction in which the last side assented to the dates. */
export async function settlePoll(db: Db, poll: Pick<Poll, "id">): Promise<void> {
  await updatePollDecided(db, poll.id);
}
