import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayEditSeries } from "#lib/series/domain/policy";
import type { SubmitReportInput } from "#lib/series/schema";
import { advanceSeries } from "./advance-series.ts";
import { loadSeries } from "./load-series.ts";

/**
 * Records that the report both sides agreed to was submitted, and under which document numbers.
 *
 * @throws AppError `forbidden` unless the person is a co-chair or of a secretariat, `conflict` when a side has not
 *   agreed, or it was submitted already.
 */
export async function submitReport(actor: Actor, input: SubmitReportInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    requireMayEditSeries(actor, series);
    if (series.state === "submitted") throw new AppError("conflict", "series.refusal.submitted");
    await advanceSeries(db, series.id, "report_submitted");
    await recordAct(db, actor, {
      ...{ action: "reportSubmit", subjectType: "series", subjectId: series.id, seriesId: series.id },
      after: { documents: input.documents },
    });
  });
}
