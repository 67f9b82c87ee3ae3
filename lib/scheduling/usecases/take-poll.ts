import type { Db } from "#lib/db/client";
import type { Poll } from "#lib/scheduling/domain/poll";
import { getPoll, holdPoll } from "#lib/scheduling/store/polls";

/**
 * The poll of a series, taken for this transaction: of two at once, the second runs anew and sees what the first did.
 *
 * For use cases that have loaded the series for somebody who may do what they do.
 *
 * @throws AppError `conflict` when no slot was ever offered.
 */
export async function takePoll(db: Db, series: { readonly id: string }): Promise<Poll> {
  const poll = await getPoll(db, series.id);
  await holdPoll(db, poll.id);
  return poll;
}
