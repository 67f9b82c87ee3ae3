import { db as whole, type Db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMaySeeSeries } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { getSeries } from "#lib/series/store/series";

/**
 * The series with this readable reference (or id), for a person who may see it.
 *
 * Other features begin with it; inside a transaction they pass theirs.
 *
 * @throws AppError `not_found` when there is none or it is not for this person.
 */
export async function loadSeries(
  actor: Actor,
  key: string | { readonly id: string },
  { db = whole, now = new Date() }: { readonly db?: Db; readonly now?: Date } = {},
): Promise<Series> {
  const series = await getSeries(db, typeof key === "string" ? { reference: key } : { id: key.id }, now);
  requireMaySeeSeries(actor, series);
  return series;
}
