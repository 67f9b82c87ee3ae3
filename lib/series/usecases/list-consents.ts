import type { Db } from "#lib/db/client";
import type { Consent } from "#lib/series/domain/consents";
import type { Series } from "#lib/series/domain/series";
import { listConsents as listRows } from "#lib/series/store/consents";

/**
 * All that the sides of a series have said, oldest first, for a caller that has loaded the series for its reader.
 *
 * `consentState()` tells from it where each side stands on a subject.
 */
export async function listConsents(db: Db, series: Pick<Series, "id">): Promise<Consent[]> {
  return listRows(db, series.id);
}
