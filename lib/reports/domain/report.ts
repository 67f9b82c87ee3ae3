/**
 * Version of the schema of a report's text. Raise it with every new kind of node or mark: an editor that does not
 * know one deletes it from the document, so older editors are kept out.
 */
export const REPORT_SCHEMA_VERSION = 1;

/** The draft report of a series; its text is a collaborative document. */
export type Report = {
  readonly id: string;
  readonly seriesId: string;
  readonly title: string;
  readonly documentId: string;
  readonly generation: number;
  readonly schemaVersion: number;
  readonly createdAt: Date;
};

/** Name of the room in which a report is edited. A document made anew gets another, so that old offline copies stay out. */
export function roomOf(report: Pick<Report, "documentId" | "generation">): string {
  return `report:${report.documentId}:${report.generation}`;
}
