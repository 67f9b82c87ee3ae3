import type { Db } from "#lib/db/client";
import type { GroupKind } from "./domain/reference.ts";

export type NewStudyPeriod = { readonly name: string; readonly fromDay: string; readonly toDay: string };

/** Writes a study period and gives its id, or null when there is one of that name already, whoever wrote it first. */
export async function insertStudyPeriod(db: Db, period: NewStudyPeriod): Promise<string | null> {
  const [row] = await db.studyPeriod.createManyAndReturn({
    data: [{ name: period.name, fromDay: new Date(period.fromDay), toDay: new Date(period.toDay) }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

export type NewGroup = {
  readonly studyPeriodId: string;
  readonly kind: GroupKind;
  readonly reference: string;
  readonly title: string;
  readonly parentId: string | null;
};

/** Writes a group and gives its id. */
export async function insertGroup(db: Db, group: NewGroup): Promise<string> {
  return (await db.group.create({ data: group, select: { id: true } })).id;
}
