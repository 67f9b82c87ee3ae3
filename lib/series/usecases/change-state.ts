import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import type { Series, SeriesState } from "#lib/series/domain/series";
import { updateState } from "#lib/series/store/series";

/** Moves a series to a state that the domain has computed; nothing happens when it is there already. */
export async function changeState(
  db: Db,
  series: Pick<Series, "id" | "state">,
  state: SeriesState,
): Promise<void> {
  if (series.state === state) return;
  await updateState(db, series.id, state);
  await recordAct(db, null, {
    ...{ action: "seriesAdvance", subjectType: "series", subjectId: series.id, seriesId: series.id },
    ...{ before: { state: series.state }, after: { state } },
  });
}
