import type { Db } from "#lib/db/client";
import type { Poll } from "#lib/scheduling/domain/poll";
import { findPoll, getPollById } from "#lib/scheduling/store/polls";

/** The poll of a series that the caller has loaded for its reader; null before the first slot is offered. */
export async function loadPoll(db: Db, series: { readonly id: string }): Promise<Poll | null> {
  return findPoll(db, series.id);
}

/** The poll with this id, of a series or a small one, for jobs. @throws AppError `not_found` */
export async function loadPollById(db: Db, pollId: string): Promise<Poll> {
  return getPollById(db, pollId);
}
