import { db } from "#lib/db/client";
import { mayRecordLetters } from "#lib/liaison/domain/policy";
import type { LetterEntry } from "#lib/liaison/domain/register";
import { listLetters } from "#lib/liaison/store";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * The letters about a series, newest first; everybody who sees the series sees them.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function listSeriesLetters(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<{ letters: LetterEntry[]; mayRecord: boolean }> {
  const series = await loadSeries(actor, reference, { now });
  return { letters: await listLetters(db, series.id), mayRecord: mayRecordLetters(actor) };
}
