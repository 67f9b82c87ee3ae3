import type { Db } from "#lib/db/client";
import type { FindingKey, Waiver } from "./domain/waiver.ts";

/** The findings of a series that are set aside, oldest first. */
export async function listWaivers(db: Db, seriesId: string): Promise<Waiver[]> {
  const rows = await db.waiver.findMany({
    where: { seriesId },
    orderBy: [{ waivedAt: "asc" }, { id: "asc" }],
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.map((row) => row.waivedById) } },
    select: { id: true, name: true },
  });
  const changes = await db.ruleChange.groupBy({ by: ["rule"], _max: { changedAt: true } });
  const changed = new Map(changes.map(({ rule, _max }) => [rule, _max.changedAt]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, rule, subjectId, about, reason, waivedById, waivedAt }) => ({
    ...{ id, rule, subjectId, about, reason, waivedAt },
    waivedBy: names.get(waivedById) ?? "",
    isUnderOlderRule: (changed.get(rule) ?? waivedAt) > waivedAt,
  }));
}

/** Writes the waiver down; gives null when there is one already. */
export async function insertWaiver(
  db: Db,
  key: FindingKey & { readonly seriesId: string },
  waiver: { readonly reason: string; readonly waivedById: string; readonly waivedAt: Date },
): Promise<string | null> {
  const { count } = await db.waiver.createMany({ data: [{ ...key, ...waiver }], skipDuplicates: true });
  if (count === 0) return null;
  return (await db.waiver.findUniqueOrThrow({ where: { seriesId_rule_subjectId_about: key } })).id;
}

/** Takes the waiver back; gives what it said, or null when there is none. */
export async function deleteWaiver(
  db: Db,
  key: FindingKey & { readonly seriesId: string },
): Promise<{ readonly id: string; readonly reason: string } | null> {
  const row = await db.waiver.findUnique({ where: { seriesId_rule_subjectId_about: key } });
  if (!row) return null;
  await db.waiver.delete({ where: { id: row.id } });
  return { id: row.id, reason: row.reason };
}
