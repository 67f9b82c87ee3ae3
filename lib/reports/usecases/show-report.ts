import type { EditorNode } from "#lib/collab/domain/editor-node";
import { nodesOf } from "#lib/collab/editor-json";
import { readDocument } from "#lib/collab/log";
import { db } from "#lib/db/client";
import type { Finding } from "#lib/kernel/finding";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { checkReport } from "#lib/reports/domain/checks";
import { mayWriteReport, sideOfWriter } from "#lib/reports/domain/policy";
import type { Report } from "#lib/reports/domain/report";
import { meetingsToReport } from "#lib/reports/domain/header";
import { findReport, listSidesThatAgreed } from "#lib/reports/store";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { inEnglish } from "#lib/words/translate";

/** The report of a series as it stands. */
export type ShownReport = {
  readonly series: Series;
  readonly meetings: readonly Meeting[];
  readonly mayWrite: boolean;
  /** Letter of the side under which this person writes, if one. */
  readonly side: string | null;
  /** Null while nobody has begun it. */
  readonly report: (Report & { readonly text: EditorNode; readonly findings: readonly Finding[] }) | null;
};

/**
 * The report of a series with its text and what is still wrong with it, as the log has it at this moment.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function showReport(actor: Actor, reference: string, now = new Date()): Promise<ShownReport> {
  const series = await loadSeries(actor, reference, { now });
  const meetings = meetingsToReport(await listSeriesMeetings(db, series));
  const report = await findReport(db, { seriesId: series.id });
  return {
    ...{ series, meetings, mayWrite: mayWriteReport(actor, series), side: sideOfWriter(actor, series) },
    report: report && { ...report, ...(await readReport(report, series, meetings)) },
  };
}

async function readReport(report: Report, series: Series, meetings: readonly Meeting[]) {
  const text = nodesOf(await readDocument(report.documentId));
  const agreed = await listSidesThatAgreed(db, report.id);
  const notAgreed = series.sides.filter(({ id }) => !agreed.includes(id));
  return { text, findings: checkReport(text, { series, meetings, notAgreed }, inEnglish) };
}
