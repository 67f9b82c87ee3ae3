import { describe, expect, it } from "vitest";
import type { Actor, GroupRole } from "#lib/people/domain/actor";
import {
  mayEditGroup,
  mayImportGroups,
  mayRemoveGroup,
  requireAdministrator,
  requireMayEditGroup,
  requireMayImportGroups,
  requireMayRemoveGroup,
} from "#lib/groups/domain/policy";

const someone: Actor = {
  ...{ id: "me", name: "Me", timeZone: "Europe/Zurich", isAdministrator: false, roles: [], parts: [] },
};
const holding = (role: GroupRole, groupId: string): Actor => ({
  ...someone,
  roles: [{ role, groupId, group: groupId }],
});
const administrator: Actor = { ...someone, isAdministrator: true };
const secretariat = holding("secretariat", "sg2");
const question = { studyGroupId: "sg2", parentId: "sg2" };
const studyGroup = { studyGroupId: "sg2", parentId: null };
const elsewhere = { studyGroupId: "sg20", parentId: "sg20" };

describe("who may edit groups", () => {
  it("administrators all of them", () => {
    for (const group of [question, studyGroup, elsewhere])
      expect(mayEditGroup(administrator, group)).toBe(true);
    expect(() => requireAdministrator(administrator)).not.toThrow();
  });

  it("a secretariat its Study Group and what is below it, and no other", () => {
    expect([question, studyGroup, elsewhere].map((group) => mayEditGroup(secretariat, group))).toEqual([
      true,
      true,
      false,
    ]);
    expect(() => requireMayEditGroup(secretariat, elsewhere)).toThrow("forbidden");
    expect(() => requireAdministrator(secretariat)).toThrow("forbidden");
  });

  it.each(["chair", "vice_chair", "wp_chair", "rapporteur", "delegate"] as const)("no %s", (role) => {
    const actor = holding(role, "sg2");
    expect([mayEditGroup(actor, studyGroup), mayImportGroups(actor)]).toEqual([false, false]);
    expect(() => requireMayImportGroups(actor)).toThrow("forbidden");
  });

  it("administrators and secretariats import files", () => {
    expect([administrator, secretariat].map(mayImportGroups)).toEqual([true, true]);
  });

  it("only an administrator removes a Study Group, its secretariat what is below it", () => {
    expect([studyGroup, question].map((group) => mayRemoveGroup(administrator, group))).toEqual([true, true]);
    expect([studyGroup, question].map((group) => mayRemoveGroup(secretariat, group))).toEqual([false, true]);
    expect(() => requireMayRemoveGroup(secretariat, studyGroup)).toThrow("forbidden");
  });
});
