import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { mayWriteReport, sideOfWriter } from "#lib/reports/domain/policy";
import { findReport } from "#lib/reports/store";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * What a person may do with a report's text at this moment. The socket asks at the door and while it is open.
 *
 * @throws AppError `not_found` when there is no such document, or the person may not see its series.
 */
export async function admitToReport(actor: Actor, documentId: string, now = new Date()) {
  const report = await findReport(db, { documentId });
  if (!report) throw new AppError("not_found", "refusal.notFound");
  const series = await loadSeries(actor, { id: report.seriesId }, { now });
  return {
    mayWrite: mayWriteReport(actor, series),
    side: sideOfWriter(actor, series),
    generation: report.generation,
    schemaVersion: report.schemaVersion,
  };
}
