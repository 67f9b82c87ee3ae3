import type { LineError } from "#lib/csv/domain/line-error";
import { readTable } from "#lib/csv/table";
import { say, type WordKey } from "#lib/kernel/words";
import type { NumberedLine } from "#lib/scheduling/domain/invitation-plan";
import { invitationLineSchema } from "#lib/scheduling/schema";

const SHAPE = {
  columns: ["name", "entity", "country", "side", "zone", "email"],
  needed: ["name", "side", "zone", "email"],
  otherNames: {
    ...{ "e-mail": "email", mail: "email", address: "email", "time zone": "zone", timezone: "zone" },
    organization: "entity",
  },
  most: 2_000,
} as const;

/**
 * Reads a CSV list of people with a line of column names; comma, semicolon or tab between cells. The columns name,
 * side, zone and e-mail must be there, in any order; entity and country may be left out.
 */
export function readInvitationLines(text: string): {
  readonly lines: readonly NumberedLine[];
  readonly errors: readonly LineError[];
} {
  const table = readTable(text, SHAPE);
  const lines: NumberedLine[] = [];
  const errors = [...table.errors];
  for (const { line, cells } of table.rows) {
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
