import { type CsvError, parse } from "csv-parse/sync";
import { fromCell } from "#lib/groups/domain/cell";
import { say, type WordKey, type Words } from "#lib/kernel/words";
import type { LineError, NumberedLine } from "#lib/scheduling/domain/invitation-plan";
import { invitationLineSchema } from "#lib/scheduling/schema";

const COLUMNS = ["name", "entity", "country", "side", "zone", "email"] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED = ["name", "side", "zone", "email"] as const;
const OTHER_NAMES: Readonly<Record<string, Column>> = {
  ...{ "e-mail": "email", mail: "email", address: "email", "time zone": "zone", timezone: "zone" },
  organization: "entity",
};
const MOST_LINES = 2_000;

type Reading = { readonly lines: readonly NumberedLine[]; readonly errors: readonly LineError[] };
type RawLine = { readonly line: number; readonly record: readonly string[] };

/**
 * Reads a CSV list of people with a line of column names; comma, semicolon or tab between cells. The columns name,
 * side, zone and e-mail must be there, in any order; entity and country may be left out.
 */
export function readInvitationLines(text: string): Reading {
  const records = split(text);
  if (!Array.isArray(records)) return { lines: [], errors: [records] };
  const [head, ...rest] = records;
  const columns = readHead(head?.record ?? []);
  if (!Array.isArray(columns)) return refuse(head?.line ?? 1, columns);
  if (rest.length > MOST_LINES)
    return refuse(MOST_LINES + 1, say("scheduling.inviting.csv.tooMany", { most: MOST_LINES }));
  return readLines(rest, columns);
}

/** The columns, or what is wrong with their names. */
function readHead(names: readonly string[]): Column[] | Words {
  const columns = names.map(columnOf);
  const expected = COLUMNS.join(", ");
  const strange = columns.indexOf(null);
  if (strange >= 0) {
    const name = (names[strange] ?? "").trim().slice(0, 40);
    return say("scheduling.inviting.csv.strange", { name, expected });
  }
  const known = columns.flatMap((column) => column ?? []);
  const complete = NEEDED.every((column) => known.includes(column)) && new Set(known).size === known.length;
  return complete ? known : say("scheduling.inviting.csv.head", { expected });
}

const refuse = (line: number, words: Words): Reading => ({ lines: [], errors: [{ line, words }] });

function columnOf(text: string): Column | null {
  const name = text.trim().toLowerCase();
  return COLUMNS.find((column) => column === name) ?? OTHER_NAMES[name] ?? null;
}

function split(text: string): RawLine[] | LineError {
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
    return { line: lines ?? 1, words: say("scheduling.inviting.csv.quotes") };
  }
}

function readLines(rows: readonly RawLine[], columns: readonly Column[]): Reading {
  const lines: NumberedLine[] = [];
  const errors: LineError[] = [];
  for (const { line, record } of rows) {
    if (record.length !== columns.length) {
      const values = { expected: columns.length, found: record.length };
      errors.push({ line, words: say("scheduling.inviting.csv.cells", values) });
      continue;
    }
    const cells = Object.fromEntries(columns.map((column, at) => [column, fromCell(record[at] ?? "")]));
    const read = invitationLineSchema.safeParse({ entity: "", country: "", ...cells });
    if (read.success) lines.push({ line, ...read.data });
    for (const issue of read.error?.issues ?? [])
      errors.push({ line, words: wordsOf(String(issue.path[0])) });
  }
  return { lines, errors };
}

const WORDS: Readonly<Record<string, WordKey>> = {
  name: "scheduling.inviting.csv.name",
  entity: "scheduling.inviting.csv.entity",
  country: "scheduling.inviting.csv.country",
  side: "scheduling.inviting.csv.noSide",
  zone: "scheduling.inviting.csv.zone",
};

const wordsOf = (column: string) => say(WORDS[column] ?? "scheduling.inviting.csv.email");
