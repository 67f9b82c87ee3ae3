import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import type { ProposeSeriesInput } from "#lib/series/schema";
import { createSeries } from "./create-series.ts";

/**
 * Proposes a joint series of two or more sides, with the co-chairs they put forward, and gives its readable
 * reference. No side has consented to it yet.
 *
 * @throws AppError `invalid` when a group is unknown or in the wrong place, `forbidden` when the person leads none.
 */
export async function proposeSeries(
  actor: Actor,
  input: ProposeSeriesInput,
  now = new Date(),
): Promise<string> {
  return transaction(async (db) => (await createSeries(db, actor, { input, now })).reference);
}
