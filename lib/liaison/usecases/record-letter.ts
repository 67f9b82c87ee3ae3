import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { isAppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Destination } from "#lib/liaison/domain/letter";
import { parseLetter } from "#lib/liaison/domain/parse-letter";
import { requireMayRecordLetters } from "#lib/liaison/domain/policy";
import type { RecordLetterInput } from "#lib/liaison/schema";
import { insertLetter, linkLetter } from "#lib/liaison/store";
import type { Actor } from "#lib/people/domain/actor";
import type { ProposeSeriesInput } from "#lib/series/schema";
import { createSeries } from "#lib/series/usecases/create-series";

/** The letter's place in the register, and the readable reference of the series it proposes, if any. */
export type Recorded = { readonly letterId: string; readonly series: string | null };

/**
 * Writes a reviewed letter into the register and, when `series` is given, proposes that series and links the two:
 * both or nothing. What the letter's text says is read anew, so that the kept quotations are its own words.
 *
 * @throws AppError `forbidden` when the person may not, `invalid` with words by field when a group is unknown.
 */
export async function recordLetter(
  actor: Actor,
  { input, series }: { readonly input: RecordLetterInput; readonly series: ProposeSeriesInput | null },
  now = new Date(),
): Promise<Recorded> {
  requireMayRecordLetters(actor);
  const parsed = parsedOf(input.text, now);
  return transaction(async (db) => {
    const letterId = await insertLetter(db, {
      ...rowOf(input),
      parsed,
      createdById: actor.id,
      createdAt: now,
    });
    const created = series ? await createSeries(db, actor, { input: { ...series, letterId }, now }) : null;
    if (created) await linkLetter(db, letterId, created.id);
    await recordIt(db, actor, { input, letterId, seriesId: created?.id });
    return { letterId, series: created?.reference ?? null };
  });
}

/** A text that somebody records by hand need not read like a letter. */
function parsedOf(text: string, now: Date): object {
  try {
    return parseLetter(text, dayIn(now, GENEVA));
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { evidence: {}, findings: [] };
  }
}

const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

function rowOf({ letter, text, fileName }: RecordLetterInput) {
  const isApproved = Object.values(letter.approval).some((value) => value !== null);
  return {
    direction: letter.direction,
    isReply: letter.isReply,
    number: letter.number,
    title: letter.title,
    fromGroups: letter.from,
    destinations: destinationsOf(letter),
    questions: letter.questions,
    deadline: date(letter.deadline),
    ...(isApproved ? { approval: letter.approval } : {}),
    contacts: letter.contacts,
    abstract: letter.abstract,
    text,
    fileName,
    approvedOn: date(letter.approval.date),
    sentOn: date(letter.sentOn),
    receivedOn: date(letter.receivedOn),
  };
}

function destinationsOf(letter: RecordLetterInput["letter"]): Destination[] {
  const under = (groups: readonly string[], purpose: Destination["purpose"]) =>
    groups.map((group) => ({ group, purpose }));
  return [
    ...under(letter.toAction, "action"),
    ...under(letter.toInformation, "information"),
    ...under(letter.toComment, "comment"),
    ...under(letter.toUnstated, null),
  ];
}

type RecordedLetter = {
  readonly input: RecordLetterInput;
  readonly letterId: string;
  readonly seriesId: string | undefined;
};

/** Contacts hold addresses and stay out of the trail. */
async function recordIt(
  db: Db,
  actor: Actor,
  { input: { letter }, letterId, seriesId }: RecordedLetter,
): Promise<void> {
  await recordAct(db, actor, {
    ...{ action: "letterRecord", subjectType: "letter", subjectId: letterId },
    ...(seriesId ? { seriesId } : {}),
    after: { title: letter.title, number: letter.number, from: letter.from, to: destinationsOf(letter) },
  });
}
