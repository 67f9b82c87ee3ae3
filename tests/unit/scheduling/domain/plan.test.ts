import { expect, it } from "vitest";
import { say, type WordKey } from "#lib/kernel/words";
import { LIMITS } from "#lib/rules/domain/rules";
import type { PollAims } from "#lib/scheduling/domain/poll-aims";
import { planOf } from "#lib/scheduling/domain/plan";
import { inEnglish } from "#lib/words/translate";
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

it("names the limits in force and the gap of the aims in every sentence", () => {
  const limits = {
    ...LIMITS,
    ...{ N1: { months: 5 }, N2: { days: 33 } },
    D7: { exceptionDays: 41, contributionDays: 19, availableDays: 9, postingWorkingDays: 6 },
  };
  const series = { target: { ...target, opensOn: "2027-12-20" }, meetingCount: 3 };
  const plan = planOf(series, { ...poll, aims: { minGapDays: 11 } }, { now: NOW, limits });
  const [later] = plan?.later ?? [];
  if (!plan || !later) throw new Error("no plan");
  const { weeks, lostByN1, lostByN2, left } = later;
  const sentence = (key: WordKey, more = {}) =>
    inEnglish(say(key, { target: "TSAG", ...plan.figures, ...more })).match(/\d+ (working )?(day|month)s?/g);
  expect(sentence("offering.plan.lead")).toEqual(["41 days"]);
  expect(plan.steps.map(({ key }) => sentence(`offering.plan.step.${key}`)?.join())).toEqual([
    ...[undefined, undefined, "5 months", "33 days", "11 days", "19 days", "41 days", "19 days"],
    ...["6 working days", "9 days", undefined],
  ]);
  expect(sentence("offering.plan.later", { weeks, lostByN1, lostByN2, left })).toEqual([
    "33 days",
    "5 months",
  ]);
});

it("plans nothing when nothing is known of the target, and plans before the first slot", () => {
  expect(planOf({ target, meetingCount: 3 }, poll, AT)).toBeNull();
  expect(
    planOf({ target: { ...target, opensOn: "2027-05-24" }, meetingCount: 3 }, null, AT)?.later[0]?.left,
  ).toBe(0);
});
