import { describe, expect, it } from "vitest";
import { isRoleOf, ROLES, spansMeet } from "#lib/people/domain/role";

describe("isRoleOf", () => {
  it.each([
    ["TSAG", ["secretariat", "chair", "vice_chair", "rapporteur", "delegate"]],
    ["SG", ["secretariat", "chair", "vice_chair", "delegate"]],
    ["WP", ["vice_chair", "wp_chair", "delegate"]],
    ["Q", ["rapporteur", "delegate"]],
  ])("knows which roles there are in a %s", (kind, roles) => {
    expect(ROLES.filter((role) => isRoleOf(role, { kind }))).toEqual(roles);
  });

  it("knows one role without a group", () => {
    expect(ROLES.filter((role) => isRoleOf(role, null))).toEqual(["administrator"]);
  });
});

describe("spansMeet", () => {
  const held = { fromDay: "2027-03-01", toDay: "2027-03-31" };
  it.each([
    ["2027-02-01", "2027-02-28", false],
    ["2027-02-01", "2027-03-01", true],
    ["2027-03-31", null, true],
    ["2027-04-01", null, false],
    ["2027-03-10", "2027-03-10", true],
    ["2027-01-01", null, true],
  ])("says whether %s to %s shares a day with March: %s", (fromDay, toDay, meets) => {
    expect([spansMeet({ fromDay, toDay }, held), spansMeet(held, { fromDay, toDay })]).toEqual([
      meets,
      meets,
    ]);
  });

  it("lets two open spans meet", () => {
    expect(spansMeet({ fromDay: "2027-01-01", toDay: null }, { fromDay: "2030-01-01", toDay: null })).toBe(
      true,
    );
  });
});
