import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { sidesSpokenFor } from "#lib/series/domain/policy";
import type { EndSeriesInput } from "#lib/series/schema";
import { advanceSeries } from "./advance-series.ts";
import { loadSeries } from "./load-series.ts";

/**
 * Ends a series before its report is submitted, for a reason that is kept. Either side may.
 *
 * @throws AppError `forbidden` when the person speaks for no side, `conflict` when it is too late for that.
 */
export async function withdrawSeries(actor: Actor, input: EndSeriesInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    const [side] = sidesSpokenFor(actor, series);
    if (!side) throw new AppError("forbidden", "refusal.forbidden");
    if (series.state === "withdrawn") throw new AppError("conflict", "series.refusal.over");
    await advanceSeries(db, series.id, "withdrawn");
    await recordAct(db, actor, {
      ...{ action: "seriesWithdraw", subjectType: "series", subjectId: series.id, seriesId: series.id },
      after: { side: side.group.reference, reason: input.reason },
    });
  });
}
