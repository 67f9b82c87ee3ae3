import { say, type Words } from "#lib/kernel/words";
import { fromCell } from "./cell.ts";
import type { LineError } from "./domain/line-error.ts";
import { BadQuotes, type CsvRecord, splitCsv } from "./records.ts";

/** A line by the names of its columns; those that the text does not have are absent. */
export type TableRow<Column extends string> = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
};

export type Table<Column extends string> = {
  readonly rows: readonly TableRow<Column>[];
  readonly errors: readonly LineError[];
};

type Shape<Column extends string> = {
  readonly columns: readonly Column[];
  /** Columns that must be there. */
  readonly needed: readonly Column[];
  /** Other names that people give the columns, in small letters. */
  readonly otherNames?: Readonly<Record<string, Column>>;
  /** Most lines below the first. */
  readonly most: number;
};

/** Reads a CSV text with a line of column names, in any order, and a line for each row. */
export function readTable<Column extends string>(text: string, shape: Shape<Column>): Table<Column> {
  const records = split(text, shape.most);
  if ("words" in records) return { rows: [], errors: [records] };
  const [head, ...rest] = records;
  const columns = readHead(head?.cells ?? [], shape);
  if ("key" in columns) return { rows: [], errors: [{ line: head?.line ?? 1, words: columns }] };
  if (rest.length > shape.most) {
    const words = say("csv.tooMany", { most: shape.most });
    return { rows: [], errors: [{ line: shape.most + 1, words }] };
  }
  return readRows(rest, columns);
}

function split(text: string, most: number): CsvRecord[] | LineError {
  try {
    return splitCsv(text, most);
  } catch (error) {
    if (error instanceof BadQuotes) return { line: error.line, words: say("csv.quotes") };
    throw error;
  }
}

/** The columns, or what is wrong with their names. */
function readHead<Column extends string>(names: readonly string[], shape: Shape<Column>): Column[] | Words {
  const expected = shape.columns.join(", ");
  const columns: Column[] = [];
  for (const name of names.map((text) => text.trim().toLowerCase())) {
    const column = shape.columns.find((known) => known === name) ?? shape.otherNames?.[name];
    if (!column) return say("csv.strange", { name: name.slice(0, 40), expected });
    columns.push(column);
  }
  const isWhole = shape.needed.every((column) => columns.includes(column));
  if (isWhole && new Set(columns).size === columns.length) return columns;
  return say("csv.head", { expected, needed: shape.needed.join(", ") });
}

function readRows<Column extends string>(
  records: readonly CsvRecord[],
  columns: readonly Column[],
): Table<Column> {
  const rows: TableRow<Column>[] = [];
  const errors: LineError[] = [];
  for (const { line, cells } of records) {
    const named = columns.map((column, at) => [column, fromCell(cells[at] ?? "")] as const);
    if (cells.length === columns.length)
      rows.push({ line, cells: Object.fromEntries(named) as TableRow<Column>["cells"] });
    else errors.push({ line, words: say("csv.cells", { expected: columns.length, found: cells.length }) });
  }
  return { rows, errors };
}
