import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { emptyComment, getCommentAuthor } from "#lib/scheduling/store/comments";
import { isCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/**
 * Deletes a comment: its text is emptied and can be read by nobody any more. Everybody their own; co-chairs any.
 *
 * @throws AppError `not_found` for who is not invited and for a comment that is not there, `forbidden` for somebody
 *   else's.
 */
export async function deleteComment(by: Answerer, commentId: string, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const { invitee, pollId, seriesId } = await findAnswerer(db, by);
    const author = await getCommentAuthor(db, pollId, commentId);
    const all = "actor" in by && isCoChair(by.actor, await loadSeries(by.actor, by.reference, { db, now }));
    if (author !== invitee.personId && !all) throw new AppError("forbidden", "refusal.forbidden");
    await emptyComment(db, commentId, { deletedAt: now, deletedById: invitee.personId });
    const act = { action: "commentDelete", subjectType: "comment", subjectId: commentId, seriesId };
    await recordAct(db, { id: invitee.personId, name: invitee.name }, act);
  });
}
