import type { Db } from "#lib/db/client";
import { addressOf, CAST } from "./cast.ts";

const FIRST_DAY = new Date("2025-01-01");

/** Stores the cast with its roles, and gives each person's id by name. */
export async function seedDemoPeople(db: Db): Promise<ReadonlyMap<string, string>> {
  const groups = await db.group.findMany({ select: { id: true, reference: true } });
  const groupId = new Map(groups.map(({ id, reference }) => [reference, id]));
  const ids = new Map<string, string>();
  for (const { name, honorific, entity, country, timeZone, role, group } of CAST) {
    const { id } = await db.person.create({
      data: {
        ...{ name, honorific, entity, country, timeZone },
        email: addressOf(name),
        roleHoldings: { create: { role, groupId: groupId.get(group) ?? null, fromDay: FIRST_DAY } },
      },
      select: { id: true },
    });
    ids.set(name, id);
  }
  return ids;
}
