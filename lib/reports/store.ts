import type { Db, Prisma } from "#lib/db/client";
import type { Report } from "./domain/report.ts";

const WITH_DOCUMENT = { document: { select: { generation: true, schemaVersion: true } } } as const;

/** The report of a series, or the one whose text is this document; null when there is none. */
export async function findReport(
  db: Db,
  key: { seriesId: string } | { documentId: string },
): Promise<Report | null> {
  const row = await db.report.findUnique({ where: key, include: WITH_DOCUMENT });
  return row && toReport(row);
}

/** Keeps a new report and says whether it did: false when the series has one already. */
export async function insertReport(
  db: Db,
  report: Pick<Report, "seriesId" | "title" | "documentId"> & { createdById: string },
): Promise<boolean> {
  const { count } = await db.report.createMany({ data: report, skipDuplicates: true });
  return count === 1;
}

function toReport(row: Prisma.ReportGetPayload<{ include: typeof WITH_DOCUMENT }>): Report {
  const { id, seriesId, title, documentId, createdAt, document } = row;
  return { id, seriesId, title, documentId, createdAt, ...document };
}

/** Ids of the sides whose last word on this report is that they agree to it. */
export async function listSidesThatAgreed(db: Db, reportId: string): Promise<string[]> {
  const rows = await db.sideConsent.findMany({
    where: { subject: "report", subjectId: reportId },
    orderBy: { recordedAt: "asc" },
    select: { sideId: true, outcome: true },
  });
  const last = new Map(rows.map(({ sideId, outcome }) => [sideId, outcome]));
  return [...last].filter(([, outcome]) => outcome === "agreed").map(([sideId]) => sideId);
}

/** Name of the study period of the groups of a series, such as `2025-2028`. */
export async function findStudyPeriod(db: Db, seriesId: string): Promise<string> {
  const side = await db.seriesSide.findFirst({
    where: { seriesId },
    select: { group: { select: { studyPeriod: { select: { name: true } } } } },
  });
  return side?.group.studyPeriod.name ?? "";
}
