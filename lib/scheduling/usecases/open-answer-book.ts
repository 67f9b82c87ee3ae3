import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { type SeenRow, seeRows } from "#lib/scheduling/domain/book";
import { phaseOf, type Poll, type PollPhase } from "#lib/scheduling/domain/poll";
import { lettersOf, type Sight, sightOf } from "#lib/scheduling/domain/sight";
import { findAnswerBook } from "#lib/scheduling/store/answer-book";
import { type SeriesHead, sideOf } from "#lib/series/domain/series";
import { loadSeriesHead } from "#lib/series/usecases/load-series-head";

/** A poll with everybody's answers, as one reader may see them at an instant. */
export type OpenBook = {
  readonly series: SeriesHead;
  readonly poll: Poll;
  readonly phase: PollPhase;
  /** Another text after every change of the poll. */
  readonly stamp: string;
  readonly sight: Sight;
  /** Everybody asked, by name; without the answers that are hidden from this reader. */
  readonly rows: readonly SeenRow[];
};

/**
 * For all that shows answers: whose rights are asked, and what is hidden from whom, is decided here and nowhere else.
 * Null as long as no slot was offered.
 *
 * @throws AppError `not_found` for who may not see the series.
 */
export async function openAnswerBook(
  actor: Actor,
  reference: string,
  now: Date,
): Promise<{ readonly series: SeriesHead; readonly book: OpenBook | null }> {
  const series = await loadSeriesHead(actor, reference);
  const book = await findAnswerBook(db, series, now);
  if (!book) return { series, book: null };
  const { poll, stamp } = book;
  const own = book.rows.find(({ personId }) => personId === actor.id) ?? null;
  const letters = series.sides.map(({ letter }) => letter);
  const reader = { letters: lettersOf(actor, series, own), answers: own?.answers ?? null };
  const sight = sightOf(poll, letters, { reader, now });
  const letterOf = (sideId: string) => sideOf(series, sideId).letter;
  const phase = phaseOf(poll, now);
  const asked = phase === "draft" ? [] : book.rows; // nobody is asked before the poll opens, whoever stands on its list
  const rows = seeRows(asked, { sight, readerId: actor.id, letterOf });
  return { series, book: { series, poll, phase, stamp, sight, rows } };
}
