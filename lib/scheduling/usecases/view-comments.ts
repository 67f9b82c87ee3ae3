import { db } from "#lib/db/client";
import type { PollComment } from "#lib/scheduling/domain/comment";
import { listComments } from "#lib/scheduling/store/comments";
import { isCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/** A comment as a reader sees it: with no address, and with whether the reader may delete it. */
export type CommentView = Omit<PollComment, "personId"> & { readonly mayDelete: boolean };

/**
 * The comments of a poll, for those who are asked in it, the oldest first.
 *
 * @throws AppError `not_found` for a link that is unknown or revoked, and for who is not invited.
 */
export async function viewComments(by: Answerer, now = new Date()): Promise<CommentView[]> {
  const { invitee, pollId } = await findAnswerer(db, by);
  const all = "actor" in by && isCoChair(by.actor, await loadSeries(by.actor, by.reference, { db, now }));
  return (await listComments(db, pollId)).map(({ personId, ...comment }) => ({
    ...comment,
    mayDelete: !comment.isDeleted && (all || personId === invitee.personId),
  }));
}
