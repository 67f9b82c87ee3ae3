import { describe, expect, it } from "vitest";
import { mayRecordLetters, maySeeLetter, requireMayRecordLetters } from "#lib/liaison/domain/policy";
import type { Actor, GroupRole } from "#lib/people/domain/actor";

const person = (more: Partial<Actor>): Actor => ({
  ...{ id: "me", name: "Me", timeZone: "Europe/Zurich", isAdministrator: false, roles: [], parts: [] },
  ...more,
});
const holding = (role: GroupRole, group: string) => person({ roles: [{ role, groupId: "g", group }] });
const LETTER = { createdById: "other", seriesId: "s", groups: ["SG2", "SG20"] };

describe("mayRecordLetters", () => {
  it.each(["secretariat", "chair", "vice_chair", "wp_chair", "rapporteur"] as const)("lets a %s", (role) => {
    expect(mayRecordLetters(holding(role, "SG2"))).toBe(true);
  });

  it("lets administrators and co-chairs, and neither delegates nor participants", () => {
    const part = { seriesId: "s", sideId: "a" };
    expect(mayRecordLetters(person({ isAdministrator: true }))).toBe(true);
    expect(mayRecordLetters(person({ parts: [{ ...part, role: "co_chair" }] }))).toBe(true);
    expect(mayRecordLetters(person({ parts: [{ ...part, role: "participant" }] }))).toBe(false);
    expect(() => requireMayRecordLetters(holding("delegate", "SG2"))).toThrowError("forbidden");
  });
});

describe("maySeeLetter", () => {
  it("lets who has a role in a named group, its Questions or Working Parties, a part in the series, or recorded it", () => {
    expect(maySeeLetter(holding("delegate", "Q6/20"), LETTER)).toBe(true);
    expect(maySeeLetter(holding("wp_chair", "WP1/2"), LETTER)).toBe(true);
    expect(maySeeLetter(holding("chair", "SG2"), LETTER)).toBe(true);
    expect(
      maySeeLetter(person({ parts: [{ seriesId: "s", sideId: "a", role: "participant" }] }), LETTER),
    ).toBe(true);
    expect(maySeeLetter(person({ id: "other" }), LETTER)).toBe(true);
    expect(maySeeLetter(person({ isAdministrator: true }), LETTER)).toBe(true);
  });

  it("keeps it from everybody else", () => {
    expect(maySeeLetter(holding("chair", "SG12"), LETTER)).toBe(false);
    expect(maySeeLetter(holding("delegate", "Q6/2"), { ...LETTER, groups: ["SG20"] })).toBe(false);
    expect(maySeeLetter(person({}), { ...LETTER, seriesId: null })).toBe(false);
  });
});
