import type { Db } from "#lib/db/client";
import type { Day } from "#lib/kernel/day";
import type { KnownGroup } from "../domain/proposal.ts";

/** Those of the named groups that exist in the study period of the day, or in the latest one before it. */
export async function listKnownGroups(
  db: Db,
  references: readonly string[],
  today: Day,
): Promise<KnownGroup[]> {
  const period = await db.studyPeriod.findFirst({
    where: { fromDay: { lte: new Date(today) } },
    orderBy: { fromDay: "desc" },
    select: { id: true },
  });
  const rows = await db.group.findMany({
    where: { studyPeriodId: period?.id ?? "", reference: { in: [...references] } },
    include: { parent: { include: { parent: true } } },
  });
  return rows.map(({ id, reference, kind, parent }) => ({
    ...{ id, reference, kind: kind as KnownGroup["kind"] },
    family: parent?.parent?.reference ?? parent?.reference ?? reference,
  }));
}

/** Ids of the given groups and of all groups below them. */
export async function listFamilyIds(db: Db, groupIds: readonly string[]): Promise<string[]> {
  const among = { in: [...groupIds] };
  const rows = await db.group.findMany({
    where: { OR: [{ id: among }, { parentId: among }, { parent: { parentId: among } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
