import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { maySeeSeries } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { listSeries } from "#lib/series/store/series";

/** The series that this person may see, newest first. */
export async function listMySeries(actor: Actor, now = new Date()): Promise<Series[]> {
  return (await listSeries(db, now)).filter((series) => maySeeSeries(actor, series));
}
