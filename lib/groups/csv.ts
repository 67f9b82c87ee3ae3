import { stringify } from "csv-stringify/sync";
import { toCell } from "#lib/csv/cell";
import type { LineError } from "#lib/csv/domain/line-error";
import { readTable } from "#lib/csv/table";
import { say } from "#lib/kernel/words";
import type { Group } from "./domain/group.ts";
import type { ImportRow } from "./domain/plan-import.ts";
import { compareReferences } from "./domain/reference.ts";
import { importRowSchema } from "./schema.ts";

const COLUMNS = ["reference", "title", "parent", "lists", "secretariat"] as const;

/** More lines than that are no list of groups. */
const MOST_LINES = 2_000;

/** The groups as a CSV file: UTF-8 with a mark, comma, CR LF, so that spreadsheets open it as it is. */
export function writeGroupsCsv(groups: readonly Group[]): string {
  const references = new Map(groups.map(({ id, reference }) => [id, reference]));
  const rows = [...groups]
    .sort((a, b) => compareReferences(a.reference, b.reference))
    .map(({ reference, title, parentId, lists, secretariatEmail }) => [
      reference,
      title,
      references.get(parentId ?? "") ?? "",
      lists.join(" "),
      secretariatEmail ?? "",
    ]);
  const cells = rows.map((row) => row.map(toCell));
  return stringify([[...COLUMNS], ...cells], { bom: true, record_delimiter: "\r\n" });
}

/** What a file says, or what is wrong with it, by line. */
export type CsvReading = { readonly rows: readonly ImportRow[]; readonly errors: readonly LineError[] };

/**
 * Reads a CSV file with a line of column names; comma, semicolon or tab between cells. Only `reference` must be
 * there; names and order of the columns are those of {@link writeGroupsCsv}.
 */
export function readGroupsCsv(text: string): CsvReading {
  const table = readTable(text, { columns: COLUMNS, needed: ["reference"], most: MOST_LINES });
  const rows: ImportRow[] = [];
  const errors = [...table.errors];
  for (const { line, cells } of table.rows) {
    const read = importRowSchema.safeParse(cells);
    if (read.success) rows.push({ line, ...read.data });
    for (const issue of read.error?.issues ?? []) {
      const column = String(issue.path[0]);
      errors.push({ line, words: say(wordsOf(column, issue.code), { column }) });
    }
  }
  return { rows, errors };
}

function wordsOf(column: string, code: string) {
  if (code === "too_big") return "groups.import.tooLong" as const;
  return column === "lists" || column === "secretariat"
    ? ("groups.import.address" as const)
    : ("groups.import.badCell" as const);
}
