import { type CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { say } from "#lib/kernel/words";
import { fromCell, toCell } from "./domain/cell.ts";
import type { Group } from "./domain/group.ts";
import type { ImportRow, LineError } from "./domain/plan-import.ts";
import { compareReferences } from "./domain/reference.ts";
import { importRowSchema } from "./schema.ts";

const COLUMNS = ["reference", "title", "parent", "lists", "secretariat"] as const;
type Column = (typeof COLUMNS)[number];

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
  const records = split(text);
  if (!Array.isArray(records)) return { rows: [], errors: [records] };
  const [head, ...lines] = records;
  const columns = head?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const problem = problemOfHead(columns);
  if (problem) return { rows: [], errors: [{ line: head?.line ?? 1, words: problem }] };
  if (lines.length > MOST_LINES)
    return {
      rows: [],
      errors: [{ line: MOST_LINES + 1, words: say("groups.import.tooMany", { most: MOST_LINES }) }],
    };
  return readLines(lines, columns as Column[]);
}

type Line = { readonly line: number; readonly record: readonly string[] };

function split(text: string): Line[] | LineError {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
    return parse(text, options).map((entry) => {
      const { info, record } = entry as unknown as { info: { lines: number }; record: string[] };
      return { line: info.lines, record };
    });
  } catch (error) {
    const { lines } = error as CsvError & { lines?: number };
    return { line: lines ?? 1, words: say("groups.import.quotes") };
  }
}

function problemOfHead(columns: readonly string[]) {
  const strange = columns.find((name) => !COLUMNS.some((known) => known === name));
  const expected = COLUMNS.join(", ");
  if (strange !== undefined) return say("groups.import.column", { name: strange.slice(0, 40), expected });
  if (!columns.includes("reference") || new Set(columns).size < columns.length)
    return say("groups.import.head", { expected });
  return null;
}

function readLines(lines: readonly Line[], columns: readonly Column[]): CsvReading {
  const rows: ImportRow[] = [];
  const errors: LineError[] = [];
  for (const { line, record } of lines) {
    if (record.length !== columns.length) {
      const values = { expected: columns.length, found: record.length };
      errors.push({ line, words: say("groups.import.cells", values) });
      continue;
    }
    const cells = Object.fromEntries(columns.map((name, at) => [name, fromCell(record[at] ?? "")]));
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
