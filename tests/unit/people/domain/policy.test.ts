import { describe, expect, it } from "vitest";
import type { Actor, GroupRole } from "#lib/people/domain/actor";
import {
  isSecretariatOf,
  mayGiveRole,
  maySeePeople,
  requireMayGiveRole,
  requireMaySeePeople,
  requireOwnProfile,
} from "#lib/people/domain/policy";
import { ROLES } from "#lib/people/domain/role";

const someone: Actor = {
  ...{ id: "me", name: "Me", timeZone: "Europe/Zurich", isAdministrator: false, roles: [], parts: [] },
};
const holding = (role: GroupRole, groupId: string): Actor => ({
  ...someone,
  roles: [{ role, groupId, group: groupId }],
});
const administrator: Actor = { ...someone, isAdministrator: true };
const secretariat = holding("secretariat", "sg2");

const sg2 = { id: "sg2", reference: "SG2", kind: "SG", studyGroupId: "sg2" };
const wp = { id: "wp", reference: "WP1/2", kind: "WP", studyGroupId: "sg2" };
const q = { id: "q", reference: "Q1/2", kind: "Q", studyGroupId: "sg2" };
const sg20 = { id: "sg20", reference: "SG20", kind: "SG", studyGroupId: "sg20" };

describe("maySeePeople", () => {
  it("lets administrators and secretariats see the register", () => {
    expect([administrator, secretariat].map(maySeePeople)).toEqual([true, true]);
  });

  it.each(["chair", "vice_chair", "wp_chair", "rapporteur", "delegate"] as const)(
    "keeps it from a %s",
    (role) => {
      expect(maySeePeople(holding(role, "sg2"))).toBe(false);
      expect(() => requireMaySeePeople(holding(role, "sg2"))).toThrow("forbidden");
    },
  );
});

describe("mayGiveRole", () => {
  it("lets administrators give every role where it exists", () => {
    const given = [null, sg2, wp, q].map((place) =>
      ROLES.filter((role) => mayGiveRole(administrator, role, place)),
    );
    expect(given).toEqual([
      ["administrator"],
      ["secretariat", "chair", "vice_chair", "delegate"],
      ["vice_chair", "wp_chair", "delegate"],
      ["rapporteur", "delegate"],
    ]);
  });

  it("lets a secretariat give the roles of its Study Group, its Working Parties and its Questions", () => {
    expect(mayGiveRole(secretariat, "chair", sg2)).toBe(true);
    expect(mayGiveRole(secretariat, "wp_chair", wp)).toBe(true);
    expect(mayGiveRole(secretariat, "rapporteur", q)).toBe(true);
  });

  it("keeps a secretariat from other Study Groups and from making administrators", () => {
    expect(mayGiveRole(secretariat, "chair", sg20)).toBe(false);
    expect(mayGiveRole(secretariat, "administrator", null)).toBe(false);
    expect(() => requireMayGiveRole(secretariat, "administrator", null)).toThrow("forbidden");
  });

  it("gives no right to the other roles of a group, nor to a secretariat of something below it", () => {
    for (const role of ["chair", "vice_chair", "delegate"] as const)
      expect(mayGiveRole(holding(role, "sg2"), "delegate", sg2)).toBe(false);
    expect(isSecretariatOf(holding("secretariat", "wp"), "sg2")).toBe(false);
  });
});

describe("requireOwnProfile", () => {
  it("lets people change their own profile and nobody else's, administrators included", () => {
    expect(() => requireOwnProfile(administrator, "me")).not.toThrow();
    expect(() => requireOwnProfile(administrator, "other")).toThrow("forbidden");
  });
});
