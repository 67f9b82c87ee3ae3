import { db } from "#lib/db/client";
import type { Group, GroupBranch, GroupMeeting, RoleToday } from "#lib/groups/domain/group";
import { mayEditGroup, mayRemoveGroup } from "#lib/groups/domain/policy";
import { referenceAt } from "#lib/groups/domain/reference";
import { growTree } from "#lib/groups/domain/tree";
import { countUses, getGroup, listGroups, listNextMeetings, listRolesToday } from "#lib/groups/store";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";

/** Everything a group's page says. */
export type GroupView = {
  readonly group: Group;
  /** The groups above it, from the Study Group down. */
  readonly above: readonly Group[];
  readonly below: readonly GroupBranch[];
  readonly roles: readonly RoleToday[];
  /** Not over yet, next first. */
  readonly meetings: readonly GroupMeeting[];
  readonly mayEdit: boolean;
  /** Nothing stands on it yet, and the reader may. */
  readonly mayRemove: boolean;
  /** Where a Question may stand: its Study Group and that group's Working Parties. */
  readonly parents: readonly Group[];
};

/**
 * A group by its address, such as `q6-20`, in the newest study period that has it.
 *
 * @throws AppError `not_found` when there is none.
 */
export async function showGroup(actor: Actor, address: string, now = new Date()): Promise<GroupView> {
  const reference = referenceAt(address);
  if (!reference) throw new AppError("not_found", "refusal.notFound");
  const group = await getGroup(db, { reference });
  const all = await listGroups(db, group.studyPeriodId);
  const [roles, meetings] = [
    await listRolesToday(db, group.id, now),
    await listNextMeetings(db, group.id, now),
  ];
  return {
    group,
    above: ancestorsOf(group, all),
    below: findBranch(growTree(all), group.id)?.below ?? [],
    roles,
    meetings,
    mayEdit: mayEditGroup(actor, group),
    mayRemove: mayRemoveGroup(actor, group) && (await countUses(db, group.id)) === 0,
    parents: group.kind === "Q" ? parentsFor(group, all) : [],
  };
}

function ancestorsOf(group: Group, all: readonly Group[]): Group[] {
  const parent = all.find(({ id }) => id === group.parentId);
  return parent ? [...ancestorsOf(parent, all), parent] : [];
}

function findBranch(branches: readonly GroupBranch[], id: string): GroupBranch | undefined {
  for (const branch of branches) {
    const found = branch.group.id === id ? branch : findBranch(branch.below, id);
    if (found) return found;
  }
  return undefined;
}

const parentsFor = ({ studyGroupId }: Group, all: readonly Group[]) =>
  all.filter(({ id, kind, parentId }) => id === studyGroupId || (kind === "WP" && parentId === studyGroupId));
