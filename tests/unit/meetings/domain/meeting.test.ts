import { describe, expect, it } from "vitest";
import { countExpected } from "#lib/meetings/domain/meeting";

describe("countExpected", () => {
  const series = { members: [{ personId: "a" }, { personId: "b" }, { personId: "a" }] };

  it("counts each invited person once while the secretariat has said nothing", () => {
    expect(countExpected({ expectedAttendees: null }, series)).toBe(2);
  });

  it("is what the secretariat said, also when that is nobody", () => {
    expect([25, 0].map((said) => countExpected({ expectedAttendees: said }, series))).toEqual([25, 0]);
  });
});
