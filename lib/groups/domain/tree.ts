import type { Group, GroupBranch } from "./group.ts";
import { compareReferences } from "./reference.ts";

/** The groups of a study period as trees, from TSAG and the Study Groups down. */
export function growTree(groups: readonly Group[]): GroupBranch[] {
  const below = new Map<string | null, Group[]>();
  for (const group of groups) below.set(group.parentId, [...(below.get(group.parentId) ?? []), group]);
  return branchesOf(null, below);
}

function branchesOf(parentId: string | null, below: ReadonlyMap<string | null, Group[]>): GroupBranch[] {
  return [...(below.get(parentId) ?? [])]
    .sort((a, b) => compareReferences(a.reference, b.reference))
    .map((group) => ({ group, below: branchesOf(group.id, below) }));
}
