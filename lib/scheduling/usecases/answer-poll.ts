import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { placeAnswers } from "#lib/scheduling/domain/answers";
import { countPacked } from "#lib/scheduling/domain/packed-answers";
import { requireTakesAnswers } from "#lib/scheduling/domain/policy";
import type { Invitee } from "#lib/scheduling/domain/poll";
import type { AnswerPollInput } from "#lib/scheduling/schema";
import { updateAnswers } from "#lib/scheduling/store/invitees";
import { getPoll } from "#lib/scheduling/store/polls";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/**
 * Keeps what a person answers, in place of what that person answered before: one row per person and poll.
 *
 * Who answers is told by the session or by the personal link, never by the form. Before the deadline it may run as
 * often as the person likes.
 *
 * @throws AppError `not_found` for a link that is unknown or revoked and for who is not invited, `conflict` after the
 *   deadline by the server's clock, when the slots changed since the form was shown, or when the same person saved
 *   elsewhere meanwhile.
 */
export async function answerPoll(by: Answerer, input: AnswerPollInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const { invitee, seriesId } = await findAnswerer(db, by, now);
    const poll = await getPoll(db, seriesId);
    requireTakesAnswers(poll, now);
    const answers = placeAnswers(poll, input, invitee.answers);
    if (isKept(invitee, answers, input)) return;
    const seen = { id: invitee.id, version: input.version };
    if (!(await updateAnswers(db, seen, { answers, note: input.note, answeredAt: now })))
      throw new AppError("conflict", "scheduling.refusal.savedElsewhere");
    const ordinals = poll.slots.map(({ ordinal }) => ordinal);
    await recordAnswer(db, invitee, {
      seriesId,
      before: sum(invitee.answers, ordinals),
      after: sum(answers, ordinals),
    });
  });
}

/**
 * Whether exactly this was kept already by who saw the version before: the same form sent again, because the answer to
 * it was lost on the way.
 */
function isKept(invitee: Invitee, answers: Uint8Array, input: AnswerPollInput): boolean {
  if (invitee.answeredAt === null || invitee.version !== input.version + 1) return false;
  return invitee.note === input.note && Buffer.compare(invitee.answers ?? new Uint8Array(), answers) === 0;
}

/** The trail is read by everybody of the series: it tells how much was answered, not what. */
async function recordAnswer(
  db: Db,
  { id, personId, name }: Invitee,
  change: { readonly seriesId: string; readonly before: number; readonly after: number },
): Promise<void> {
  await recordAct(
    db,
    { id: personId, name },
    {
      ...{ action: "pollAnswer", subjectType: "invitee", subjectId: id, seriesId: change.seriesId },
      before: { answered: change.before },
      after: { answered: change.after },
    },
  );
}

const sum = (packed: Uint8Array | null, ordinals: readonly number[]) =>
  countPacked([packed], ordinals).filter(({ unanswered }) => unanswered === 0).length;
