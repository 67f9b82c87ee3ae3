import { expect, it } from "vitest";
import { type Waiver, waiverOf } from "#lib/waivers/domain/waiver";

const waiver: Waiver = {
  ...{ id: "w", rule: "N1", subjectId: "slot", reason: "No plenary before.", waivedBy: "Paul First" },
  waivedAt: new Date("2027-01-01T00:00:00Z"),
  isUnderOlderRule: false,
};

it("finds the waiver of this rule on this subject alone", () => {
  expect(waiverOf({ rule: "N1" }, "slot", [waiver])).toBe(waiver);
  expect(waiverOf({ rule: "N2" }, "slot", [waiver])).toBeNull();
  expect(waiverOf({ rule: "N1" }, "other", [waiver])).toBeNull();
});
