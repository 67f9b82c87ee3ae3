import { expect, it } from "vitest";
import { LIMITS } from "#lib/rules/domain/rules";
import type { PollAims } from "#lib/scheduling/domain/poll-aims";
import { planOf } from "#lib/scheduling/domain/plan";
import { makeSlot } from "../../../support/slots.ts";

const NOW = new Date("2027-01-04T23:30:00Z");
const AT = { now: NOW, limits: LIMITS };
const target = { group: null, month: null, opensOn: null };
const poll = {
  aims: {},
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

it("plans meetings as far apart as the aims of the poll ask for, a week as long as they say nothing", () => {
  const series = { target: { ...target, opensOn: "2027-05-24" }, meetingCount: 3 };
  const first = (aims: PollAims) =>
    planOf(series, { ...poll, aims }, AT)?.steps.find(({ key }) => key === "firstMeeting")?.day;
  expect(first({})).toBe("2027-04-19");
  expect(first({ minGapDays: 14 })).toBe("2027-04-05");
  expect(first({ minGapDays: 2, maxPerWeek: 2 })).toBe("2027-04-25");
  expect(first({ minGapDays: 3, maxPerWeek: null })).toBe("2027-04-27");
});

it("plans nothing when nothing is known of the target, and plans before the first slot", () => {
  expect(planOf({ target, meetingCount: 3 }, poll, AT)).toBeNull();
  expect(
    planOf({ target: { ...target, opensOn: "2027-05-24" }, meetingCount: 3 }, null, AT)?.later[0]?.left,
  ).toBe(0);
});
