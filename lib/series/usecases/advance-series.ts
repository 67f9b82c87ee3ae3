import type { Db } from "#lib/db/client";
import type { SeriesState } from "#lib/series/domain/series";
import { type SeriesEvent, stateAfter } from "#lib/series/domain/states";
import { getState } from "#lib/series/store/series";
import { changeState } from "./change-state.ts";

/**
 * Tells a series what happened to it, in the transaction of the feature where it happened, and gives its state.
 *
 * It may be told twice: what has happened before changes nothing.
 *
 * @throws AppError `conflict` when the series is not that far yet, or is over.
 */
export async function advanceSeries(db: Db, seriesId: string, event: SeriesEvent): Promise<SeriesState> {
  const before = await getState(db, seriesId);
  const state = stateAfter(before, event);
  await changeState(db, { id: seriesId, state: before }, state);
  return state;
}
