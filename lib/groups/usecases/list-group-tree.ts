import { db } from "#lib/db/client";
import type { Group, GroupBranch } from "#lib/groups/domain/group";
import { mayImportGroups } from "#lib/groups/domain/policy";
import { growTree } from "#lib/groups/domain/tree";
import { listGroups, listStudyPeriods, type StudyPeriod } from "#lib/groups/store";
import type { Actor } from "#lib/people/domain/actor";

/** A study period and its groups, from TSAG and the Study Groups down. */
export type PeriodTree = { readonly period: StudyPeriod; readonly branches: readonly GroupBranch[] };

/** Every study period with its groups, newest first. Whoever is signed in may see them. */
export async function listGroupTree(actor: Actor): Promise<{
  readonly periods: readonly PeriodTree[];
  readonly mayImport: boolean;
  readonly mayAdd: boolean;
}> {
  const periods = await listStudyPeriods(db);
  const trees = periods.map(async (period) => ({
    period,
    branches: growTree(await listGroups(db, period.id)),
  }));
  return {
    periods: await Promise.all(trees),
    mayImport: mayImportGroups(actor),
    mayAdd: actor.isAdministrator,
  };
}

/** The groups of the newest study period, for lists to choose from and for the file; empty when there is none. */
export async function listCurrentGroups(): Promise<Group[]> {
  const [newest] = await listStudyPeriods(db);
  return newest ? listGroups(db, newest.id) : [];
}
