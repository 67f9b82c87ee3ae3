import { db } from "#lib/db/client";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { formOfLetter } from "#lib/liaison/domain/form-of-letter";
import { parseLetter } from "#lib/liaison/domain/parse-letter";
import { requireMayRecordLetters } from "#lib/liaison/domain/policy";
import type { Review } from "#lib/liaison/domain/review";
import { listNamesakes } from "#lib/liaison/store";
import type { Actor } from "#lib/people/domain/actor";
import { type LetterSource, readLetter } from "./read-letter.ts";

/**
 * Reads a letter and gives the form to review. Stores nothing.
 *
 * @throws AppError `forbidden` when the person records no letters, `invalid` when it is no letter.
 */
export async function reviewLetter(actor: Actor, source: LetterSource, now = new Date()): Promise<Review> {
  requireMayRecordLetters(actor);
  const today = dayIn(now, GENEVA);
  const read = await readLetter(source, today);
  const text = read.text.replaceAll("\r\n", "\n").replaceAll("\0", " ");
  const letter = text === read.text ? read.letter : parseLetter(text, today);
  const names = letter.proposal?.coChairs.map(({ name }) => name) ?? [];
  return {
    text,
    fileName: read.fileName,
    form: formOfLetter(letter),
    namesakes: await listNamesakes(db, names),
  };
}
