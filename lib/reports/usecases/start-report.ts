import { createDocument } from "#lib/collab/log";
import { changeThatWrites } from "#lib/collab/editor-json";
import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayWriteReport } from "#lib/reports/domain/policy";
import { REPORT_SCHEMA_VERSION } from "#lib/reports/domain/report";
import { meetingsToReport, targetOf } from "#lib/reports/domain/header";
import { draftReport } from "#lib/reports/domain/template";
import { findReport, insertReport } from "#lib/reports/store";
import { loadSeries } from "#lib/series/usecases/load-series";
import { inEnglish } from "#lib/words/translate";

/**
 * Begins the draft report of a series, filled as far as the series knows. A series has one.
 *
 * @throws AppError `conflict` when it was begun already, also by somebody else at the same moment; `forbidden` for
 * those who only read.
 */
export async function startReport(actor: Actor, reference: string, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, reference, { db, now });
    requireMayWriteReport(actor, series);
    if (await findReport(db, { seriesId: series.id })) throw new AppError("conflict", "reports.alreadyBegun");
    const meetings = meetingsToReport(await listSeriesMeetings(db, series));
    const bytes = changeThatWrites(draftReport({ series, meetings }, inEnglish));
    const documentId = await createDocument(db, {
      ...{ schemaVersion: REPORT_SCHEMA_VERSION, personId: actor.id, bytes },
    });
    const title = inEnglish(say("reports.title", { target: targetOf(series), title: series.title }));
    const report = { seriesId: series.id, title, documentId, createdById: actor.id };
    if (!(await insertReport(db, report))) throw new AppError("conflict", "reports.alreadyBegun");
    await recordAct(db, actor, {
      ...{ action: "reportStart", subjectType: "report", subjectId: documentId, seriesId: series.id },
      after: { title },
    });
  });
}
