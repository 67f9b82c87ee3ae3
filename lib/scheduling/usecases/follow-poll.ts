import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { followPollChanges } from "#lib/live/followers";
import type { Actor } from "#lib/people/domain/actor";
import { findStamp } from "#lib/scheduling/store/answer-book";
import { findPoll } from "#lib/scheduling/store/polls";
import { loadSeriesHead } from "#lib/series/usecases/load-series-head";

/**
 * Calls `onChange` whenever something of the poll may have changed, until the function given back is called. It tells
 * nothing else: whoever follows asks for what that person may see, with the rights of that moment.
 *
 * @throws AppError `not_found` for who may not see the series, and before the first slot is offered.
 */
export async function followPoll(
  actor: Actor,
  reference: string,
): Promise<(onChange: () => void) => () => void> {
  const series = await loadSeriesHead(actor, reference);
  const poll = await findPoll(db, series.id);
  if (!poll) throw new AppError("not_found", "refusal.notFound");
  return (onChange) => followPollChanges(poll.id, onChange);
}

/**
 * The stamp of a poll: another text after every change, which says nothing of what the change was.
 *
 * @throws AppError `not_found` for who may not see the series, and before the first slot is offered.
 */
export async function readPollStamp(actor: Actor, reference: string): Promise<string> {
  const series = await loadSeriesHead(actor, reference);
  const stamp = await findStamp(db, series.id);
  if (stamp === null) throw new AppError("not_found", "refusal.notFound");
  return stamp;
}
