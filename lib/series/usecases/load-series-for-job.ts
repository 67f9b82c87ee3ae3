import { db as whole, type Db } from "#lib/db/client";
import type { Series } from "#lib/series/domain/series";
import { getSeries } from "#lib/series/store/series";

/** The series with this id, for work that nobody asks for and whose outcome nobody sees. @throws AppError `not_found`. */
export async function loadSeriesForJob(id: string, now: Date, db: Db = whole): Promise<Series> {
  return getSeries(db, { id }, now);
}
