import type { Db } from "#lib/db/client";
import type { Poll } from "#lib/scheduling/domain/poll";
import { findPoll } from "#lib/scheduling/store/polls";

/** The poll of a series that the caller has loaded for its reader; null before the first slot is offered. */
export async function loadPoll(db: Db, series: { readonly id: string }): Promise<Poll | null> {
  return findPoll(db, series.id);
}
