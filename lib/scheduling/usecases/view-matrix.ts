import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import type { SeenRow } from "#lib/scheduling/domain/book";
import { joinAnswers, type Matrix, type MatrixPerson } from "#lib/scheduling/domain/matrix-bytes";
import { openAnswerBook, type OpenBook } from "./open-answer-book.ts";

/**
 * Everybody's answers to all slots, as this reader may see them: hidden ones are not in it, and no addresses ever are.
 *
 * @throws AppError `not_found` for who may not see the series, and before the first slot is offered.
 */
export async function viewMatrix(actor: Actor, reference: string, now = new Date()): Promise<Matrix> {
  const { book } = await openAnswerBook(actor, reference, now);
  if (!book) throw new AppError("not_found", "refusal.notFound");
  const { poll, rows, series } = book;
  const zones = [...new Set(rows.map(({ timeZone }) => timeZone))];
  const groups = [...new Set(rows.flatMap((row) => row.groups))];
  const letters = series.sides.map(({ letter }) => letter);
  const stride = Math.ceil(poll.nextOrdinal / 4);
  return {
    stamp: book.stamp,
    slots: poll.slots.map(({ ordinal, start, lengthMinutes }) => ({
      ...{ ordinal, startsAt: start.getTime(), lengthMinutes },
    })),
    sides: series.sides.map(({ letter, group }) => ({ letter, group: group.reference })),
    ...{ zones, groups, stride },
    people: rows.map((row) => ({
      name: row.name,
      side: letters.indexOf(row.letter),
      zone: zones.indexOf(row.timeZone),
      groups: row.groups.map((group) => groups.indexOf(group)),
      state: stateFor(row, book),
      enteredBy: row.enteredBy,
    })),
    answers: joinAnswers(
      rows.map(({ answers }) => answers),
      stride,
    ),
  };
}

function stateFor(row: SeenRow, { sight }: OpenBook): MatrixPerson["state"] {
  const isHidden = row.state !== "none" && !row.isOwn && !sight.letters.includes(row.letter);
  return isHidden ? "hidden" : row.state;
}
