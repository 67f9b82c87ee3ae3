import { actInsert } from "#lib/audit/record";
import { db as whole, type Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { placeAnswers } from "#lib/scheduling/domain/answers";
import { notesClash } from "#lib/scheduling/domain/note";
import { countPacked } from "#lib/scheduling/domain/packed-answers";
import { requireTakesAnswers } from "#lib/scheduling/domain/policy";
import type { Invitee } from "#lib/scheduling/domain/poll";
import type { AnswerPollInput } from "#lib/scheduling/schema";
import { getPollToAnswer, keepAnswers } from "#lib/scheduling/store/answering";
import { type Answerer, findAnswerer } from "./find-answerer.ts";

/**
 * Keeps what a person answers, in place of what that person answered before: one row per person and poll.
 *
 * Who answers is told by the session or by the personal link, never by the form. Before the deadline it may run as
 * often as the person likes.
 *
 * @throws AppError `not_found` for a link that is unknown or revoked and for who is not invited, `conflict` after the
 *   deadline by the server's clock, when the slots changed since the form was shown, when the same person saved
 *   elsewhere meanwhile, or when a note would take the place of one that the form did not show.
 */
export async function answerPoll(by: Answerer, input: AnswerPollInput, now = new Date()): Promise<void> {
  // Refused only when something changed between reading and keeping: then what is read anew says what.
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const { invitee, pollId, seriesId } = await findAnswerer(whole, by);
    const poll = await getPollToAnswer(whole, pollId);
    requireTakesAnswers(poll, now);
    const answers = placeAnswers(poll, input, invitee.answers);
    if (wasKept(invitee, answers, input)) return;
    if (isOtherNote(invitee, input)) throw new AppError("conflict", "scheduling.refusal.noteElsewhere");
    if (invitee.version !== input.version) break;
    const seen = { inviteeId: invitee.id, version: invitee.version, poll };
    const ordinals = poll.slots.map(({ ordinal }) => ordinal);
    const change = { seriesId, before: sum(invitee.answers, ordinals), after: sum(answers, ordinals) };
    const given = { answers, note: input.note, answeredAt: now, trail: trailOf(invitee, change) };
    const isKept = await keepAnswers(whole, seen, given);
    if (isKept) return;
  }
  throw new AppError("conflict", "scheduling.refusal.savedElsewhere");
}

const MAX_ATTEMPTS = 3;

/**
 * Whether exactly this was kept already by who saw the version before: the same form sent again, because the answer to
 * it was lost on the way.
 */
function wasKept(invitee: Invitee, answers: Uint8Array, input: AnswerPollInput): boolean {
  if (invitee.answeredAt === null || invitee.version !== input.version + 1) return false;
  return invitee.note === input.note && Buffer.compare(invitee.answers ?? new Uint8Array(), answers) === 0;
}

/** Whether another note is saved than the one that was shown with the form. */
function isOtherNote({ note: saved }: Invitee, { note: typed, noteFrom }: AnswerPollInput): boolean {
  return noteFrom !== undefined && notesClash({ typed, from: noteFrom, saved });
}

/** The trail is read by everybody of the series: it tells how much was answered, not what. */
function trailOf(
  { id, personId, name }: Invitee,
  change: { readonly seriesId: string; readonly before: number; readonly after: number },
): (where: Prisma.Sql) => Prisma.Sql {
  const act = {
    ...{ action: "pollAnswer", subjectType: "invitee", subjectId: id, seriesId: change.seriesId },
    before: { answered: change.before },
    after: { answered: change.after },
  };
  return (where) => actInsert({ id: personId, name }, act, where);
}

const sum = (packed: Uint8Array | null, ordinals: readonly number[]) =>
  countPacked([packed], ordinals).filter(({ unanswered }) => unanswered === 0).length;
