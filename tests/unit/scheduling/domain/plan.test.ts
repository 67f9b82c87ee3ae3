import { expect, it } from "vitest";
import { LIMITS } from "#lib/rules/domain/rules";
import { planOf } from "#lib/scheduling/domain/plan";
import { makeSlot } from "../../../support/slots.ts";

const NOW = new Date("2027-01-04T23:30:00Z");
const AT = { now: NOW, limits: LIMITS };
const target = { group: null, month: null, opensOn: null };
const poll = {
  closesAt: new Date("2027-01-15T23:30:00Z"),
  slots: [makeSlot(0, "2027-01-29T13:00:00Z"), makeSlot(1, "2027-03-16T13:00:00Z")],
};

it("counts in Geneva days, from the first day of the month when only that is known", () => {
  const plan = planOf({ target: { ...target, month: "2027-05" }, meetingCount: 3 }, poll, AT);
  const days = new Map(plan?.steps.map(({ key, day }) => [key, day]));
  expect([days.get("today"), days.get("pollCloses"), days.get("target")]).toEqual([
    ...["2027-01-05", "2027-01-16", "2027-05-01"],
  ]);
  expect(plan?.later[0]?.left).toBe(1);
});

it("plans nothing when nothing is known of the target, and plans before the first slot", () => {
  expect(planOf({ target, meetingCount: 3 }, poll, AT)).toBeNull();
  expect(
    planOf({ target: { ...target, opensOn: "2027-05-24" }, meetingCount: 3 }, null, AT)?.later[0]?.left,
  ).toBe(0);
});
