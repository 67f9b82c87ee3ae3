import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { writeAnswersCsv } from "#lib/scheduling/csv";
import { say } from "#lib/kernel/words";
import { inEnglish } from "#lib/words/translate";
import { openAnswerBook } from "./open-answer-book.ts";

/**
 * The answers as a CSV file, as far as this reader may see them. No addresses.
 *
 * @throws AppError `not_found` for who may not see the series, and before the first slot is offered.
 */
export async function exportAnswers(actor: Actor, reference: string, now = new Date()): Promise<string> {
  const { series, book } = await openAnswerBook(actor, reference, now);
  if (!book) throw new AppError("not_found", "refusal.notFound");
  const { poll, rows, sight } = book;
  const groups = new Map(series.sides.map(({ letter, group }) => [letter, group.reference]));
  const people = rows.map((row) => ({
    ...row,
    side: groups.get(row.letter) ?? row.letter,
    isHidden: row.state !== "none" && !row.isOwn && !sight.letters.includes(row.letter),
  }));
  return writeAnswersCsv(poll.slots, people, {
    name: inEnglish(say("scheduling.csv.name")),
    side: inEnglish(say("scheduling.csv.side")),
    groups: inEnglish(say("scheduling.csv.groups")),
    zone: inEnglish(say("scheduling.csv.zone")),
    note: inEnglish(say("scheduling.csv.note")),
    enteredBy: inEnglish(say("scheduling.csv.enteredBy")),
    yes: inEnglish(say("answering.yes")),
    if_need_be: inEnglish(say("answering.if_need_be")),
    no: inEnglish(say("answering.no")),
    hidden: inEnglish(say("scheduling.csv.hidden")),
  });
}
