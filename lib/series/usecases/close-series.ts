import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayEditSeries } from "#lib/series/domain/policy";
import type { EndSeriesInput } from "#lib/series/schema";
import { advanceSeries } from "./advance-series.ts";
import { loadSeries } from "./load-series.ts";

/**
 * Closes a series whose report was submitted; `reason` says what became of it.
 *
 * @throws AppError `forbidden` unless the person is a co-chair or of a secretariat, `conflict` when the report was not
 *   submitted, or the series is closed.
 */
export async function closeSeries(actor: Actor, input: EndSeriesInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    requireMayEditSeries(actor, series);
    if (series.state === "closed") throw new AppError("conflict", "series.refusal.over");
    await advanceSeries(db, series.id, "closed");
    await recordAct(db, actor, {
      ...{ action: "seriesClose", subjectType: "series", subjectId: series.id, seriesId: series.id },
      after: { reason: input.reason },
    });
  });
}
