import { parse } from "csv-parse/sync";

/** A line of a CSV text by its cells. `line` is where it ends in the text; lines count from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/** A text whose quotation marks do not fit together, from a line on. */
export class BadQuotes extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`quotation marks in line ${line}`);
    this.line = line;
  }
}

/** Longest line that is read, in characters: one that is longer ends as one whose quotation mark never closes. */
const LONGEST_RECORD = 200_000;

/**
 * The lines of a CSV text, empty ones left out; comma, semicolon or tab between cells, whichever the first line has.
 * Reads two lines more than `most`, so that its caller sees when there are too many.
 *
 * @throws BadQuotes
 */
export function splitCsv(text: string, most: number): CsvRecord[] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
  try {
    const found = parse(text, { ...options, max_record_size: LONGEST_RECORD, to: most + 2 });
    return (found as unknown as Found[]).map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw new BadQuotes(lineOf(error));
  }
}

type Found = { readonly info: { readonly lines: number }; readonly record: readonly string[] };

const lineOf = (error: unknown) =>
  typeof error === "object" && error !== null && "lines" in error && typeof error.lines === "number"
    ? error.lines
    : 1;
