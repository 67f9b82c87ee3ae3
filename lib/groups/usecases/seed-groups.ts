import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { groupSeedSchema } from "#lib/groups/schema";
import { insertGroup, insertStudyPeriod } from "#lib/groups/store";
import { invariant } from "#lib/kernel/errors";
import file from "../../../prisma/reference/groups-2025-2028.json" with { type: "json" };

/**
 * Puts the groups of 2025-2028 into a new installation.
 *
 * It may run at every start: once the study period exists nothing is written, so what people edited or
 * removed stays as they left it.
 */
export async function seedGroups(): Promise<void> {
  const { studyPeriod, groups } = groupSeedSchema.parse(file);
  await transaction(async (db) => {
    const studyPeriodId = await insertStudyPeriod(db, studyPeriod);
    if (!studyPeriodId) return;
    const ids = new Map<string, string>();
    for (const { kind, reference, title, parent } of groups) {
      const parentId = parent === undefined ? null : (ids.get(parent) ?? null);
      invariant(parent === undefined || parentId !== null, `${parent} stands before ${reference}`);
      ids.set(reference, await insertGroup(db, { studyPeriodId, kind, reference, title, parentId }));
    }
    await recordAct(db, null, {
      action: "groupsSeed",
      subjectType: "study_period",
      subjectId: studyPeriodId,
      after: { name: studyPeriod.name, groups: groups.map(({ reference }) => reference) },
    });
  });
}
