import type { Db } from "#lib/db/client";
import type { Series } from "#lib/series/domain/series";
import type { Waiver } from "#lib/waivers/domain/waiver";
import { listWaivers } from "#lib/waivers/store";

/** The findings set aside in a series that the caller has loaded for its reader, oldest first. */
export async function listSeriesWaivers(db: Db, series: Pick<Series, "id">): Promise<Waiver[]> {
  return listWaivers(db, series.id);
}
