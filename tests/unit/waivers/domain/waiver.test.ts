import { expect, it } from "vitest";
import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import { breachesOf, counting, type Waiver, waiverOf, weigh } from "#lib/waivers/domain/waiver";

const waiver: Waiver = {
  ...{ id: "w", rule: "N1", subjectId: "slot", about: "" },
  ...{ reason: "No plenary before.", waivedBy: "Paul First" },
  waivedAt: new Date("2027-01-01T00:00:00Z"),
  isUnderOlderRule: false,
};
const clash = (about: string, severity: Finding["severity"] = "fail"): Finding => ({
  ...{ rule: "D1", severity, message: say("rules.D2.weekend"), about },
});

it("finds the waiver of this rule on this subject alone", () => {
  expect(waiverOf({ rule: "N1" }, "slot", [waiver])).toBe(waiver);
  expect(waiverOf({ rule: "N2" }, "slot", [waiver])).toBeNull();
  expect(waiverOf({ rule: "N1" }, "other", [waiver])).toBeNull();
});

it("finds the waiver of this very finding, and of no other that the rule makes about the subject", () => {
  const aside = { ...waiver, rule: "D1", about: "WP1/2" };
  expect(waiverOf(clash("WP1/2"), "slot", [aside])).toBe(aside);
  expect(waiverOf(clash("SG2"), "slot", [aside])).toBeNull();
  expect(waiverOf({ rule: "D1" }, "slot", [aside])).toBeNull();
  const weighed = weigh([clash("WP1/2"), clash("SG2"), clash("SG20", "warn")], "slot", [aside]);
  expect(counting(weighed).map(({ about }) => about)).toEqual(["SG2"]);
});

it("names each breach once, and no warning", () => {
  const found = [clash("SG2"), clash("SG2"), clash("WP1/2"), clash("SG20", "warn")];
  expect(breachesOf(found, "slot")).toEqual([
    { rule: "D1", subjectId: "slot", about: "SG2" },
    { rule: "D1", subjectId: "slot", about: "WP1/2" },
  ]);
});
