import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireCoChair } from "#lib/series/domain/policy";
import type { PresentReportInput } from "#lib/series/schema";
import { findReportId } from "#lib/series/store/series";
import { advanceSeries } from "./advance-series.ts";
import { loadSeries } from "./load-series.ts";

/**
 * Puts the draft report to both sides: from now on each says whether it agrees.
 *
 * @throws AppError `forbidden` when the person is no co-chair, `conflict` when there is no report, the series is not
 *   running, or the report was put to the sides already.
 */
export async function presentReport(
  actor: Actor,
  input: PresentReportInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    requireCoChair(actor, series);
    const reportId = await findReportId(db, series.id);
    if (!reportId) throw new AppError("conflict", "series.refusal.noReport");
    if (series.state === "report_drafted") throw new AppError("conflict", "series.refusal.presented");
    await advanceSeries(db, series.id, "report_drafted");
    await recordAct(db, actor, {
      ...{ action: "reportPresent", subjectType: "report", subjectId: reportId, seriesId: series.id },
    });
  });
}
