import { expect, it } from "vitest";
import type { Group, GroupBranch } from "#lib/groups/domain/group";
import { growTree } from "#lib/groups/domain/tree";

const group = (reference: string, parentId: string | null): Group => ({
  ...{ id: reference, studyPeriodId: "p", kind: "SG", reference, title: "", parentId },
  ...{ studyGroupId: "SG2", secretariatEmail: null, lists: [], version: 1 },
});

const outline = (branches: readonly GroupBranch[]): unknown =>
  branches.map(({ group, below }) =>
    below.length > 0 ? [group.reference, outline(below)] : group.reference,
  );

it("grows the groups into a tree, each level in the order of its references", () => {
  const mixed = [
    group("Q10/2", "WP1/2"),
    group("SG11", null),
    group("Q2/2", "WP1/2"),
    group("Q1/2", "SG2"),
    group("WP1/2", "SG2"),
    group("SG2", null),
    group("TSAG", null),
  ];
  expect(outline(growTree(mixed))).toEqual(["TSAG", ["SG2", [["WP1/2", ["Q2/2", "Q10/2"]], "Q1/2"]], "SG11"]);
});

it("grows nothing from nothing", () => expect(growTree([])).toEqual([]));
