import { db as whole, type Db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMaySeeSeries } from "#lib/series/domain/policy";
import type { SeriesHead } from "#lib/series/domain/series";
import { getSeriesHead } from "#lib/series/store/series";

/**
 * The series without the people in it, for a person who may see it: enough for every question of rights, and much
 * less to read.
 *
 * @throws AppError `not_found` when there is none or it is not for this person.
 */
export async function loadSeriesHead(
  actor: Actor,
  reference: string,
  { db = whole }: { readonly db?: Db } = {},
): Promise<SeriesHead> {
  const series = await getSeriesHead(db, reference);
  requireMaySeeSeries(actor, series);
  return series;
}
