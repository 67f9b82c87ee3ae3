import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { MOST_COMMENTS } from "#lib/scheduling/domain/comment";
import { phaseOf } from "#lib/scheduling/domain/poll";
import type { CommentInput } from "#lib/scheduling/schema";
import { countComments, insertComment } from "#lib/scheduling/store/comments";
import { getPollById } from "#lib/scheduling/store/polls";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/**
 * Writes a comment for all who are asked in the poll. Gives its id. Who writes is told by the session or by the
 * personal link, never by the form.
 *
 * @throws AppError `not_found` for a link that is unknown or revoked and for who is not invited, `conflict` while the
 *   poll is not open and when the person has written too many.
 */
export async function writeComment(by: Answerer, input: CommentInput, now = new Date()): Promise<string> {
  return transaction(async (db) => {
    const { invitee, pollId, seriesId } = await findAnswerer(db, by);
    const poll = await getPollById(db, pollId);
    if (phaseOf(poll, now) !== "open") throw new AppError("conflict", "answering.comments.refusal.closed");
    if ((await countComments(db, poll.id, invitee.personId)) >= MOST_COMMENTS)
      throw new AppError("conflict", say("answering.comments.refusal.tooMany", { most: MOST_COMMENTS }));
    const { personId, name } = invitee;
    const id = await insertComment(db, { pollId: poll.id, personId, text: input.text, writtenAt: now });
    const act = { action: "commentWrite", subjectType: "comment", subjectId: id, seriesId };
    await recordAct(db, { id: personId, name }, act);
    return id;
  });
}
