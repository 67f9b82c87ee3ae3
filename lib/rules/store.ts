import type { Db, Prisma } from "#lib/db/client";
import type { RuleChange } from "./domain/rule-change.ts";

/** Every change of every rule (or of one), oldest first, with the name of who made it. */
export async function listRuleChanges(db: Db, rule?: string): Promise<RuleChange[]> {
  const rows = await db.ruleChange.findMany({
    where: rule === undefined ? {} : { rule },
    orderBy: [{ changedAt: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ changedById }) => changedById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ changedById, ...row }) => ({ ...row, changedBy: names.get(changedById) ?? "" }));
}

/** Writes a change down and gives its id. */
export async function insertRuleChange(
  db: Db,
  change: Omit<RuleChange, "id" | "changedBy" | "limits"> & {
    readonly limits: Prisma.InputJsonObject;
    readonly changedById: string;
  },
): Promise<string> {
  return (await db.ruleChange.create({ data: change, select: { id: true } })).id;
}
