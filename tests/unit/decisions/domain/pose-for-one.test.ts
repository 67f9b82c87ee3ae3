import { expect, it } from "vitest";
import { MEASURES } from "#lib/decisions/domain/aims";
import { poseForOne } from "#lib/decisions/domain/pose-for-one";
import { makeSlot } from "../../../support/slots.ts";

/** Meeting 2 of three, all at 14:00 Geneva; each minute of an afternoon in Seoul costs one. */
const meeting = (id: string, day: string) => ({
  ...{ id, start: new Date(`${day}T13:00Z`), end: new Date(`${day}T15:00Z`) },
});
const second = meeting("m2", "2027-03-16");
const others = [meeting("m1", "2027-03-09"), meeting("m3", "2027-03-26")];
const slots = [
  makeSlot(0, "2027-03-12T13:00Z"), // three days after meeting 1, and in its week
  makeSlot(1, "2027-03-17T13:00Z"),
  makeSlot(2, "2027-04-02T13:00Z"), // after the last day
];
const standing = {
  ...{ meetingCount: 3, slots, blocked: new Set<string>() },
  people: [
    { id: "one", letter: "A", timeZone: "Asia/Seoul", answers: null, required: true },
    { id: "two", letter: "B", timeZone: "Europe/London", answers: null, required: false },
  ],
  carried: { "Asia/Seoul": 500, "Europe/London": 0 },
  burdenByHour: Array.from({ length: 24 }, (_, hour) => (hour >= 22 ? 2 : 0)),
};
const aims = {
  ...{
    order: MEASURES,
    minGapDays: 6,
    maxGapDays: 30,
    maxPerWeek: 1,
    notBefore: null,
    notAfter: "2027-03-31",
  },
  ...{ quorum: { A: 1, B: 1 }, reachOf: 2, required: ["of the series"], must: [0], never: [1], carry: true },
};
const problem = poseForOne(standing, aims, { meeting: second, others });

it("asks for one meeting, with quorum and required people of the small poll, and nothing about other slots", () => {
  expect(problem).toMatchObject({
    ...{ must: [], never: [], order: MEASURES },
    rules: { meetings: 1, reachOf: 1, quorum: { A: 1, B: 1 }, minGapDays: 0 },
  });
  expect(problem.rules.maxGapDays).toBeUndefined();
  expect(problem.rules.maxPerWeek).toBeUndefined();
  expect(problem.people.map(({ required }) => required)).toEqual([true, false]);
});

it("blocks the slots that gap, week or last day forbid beside the meetings that stay, and no other", () => {
  expect(problem.slots.map(({ blocked }) => blocked)).toEqual([true, false, true]);
  const ruled = poseForOne({ ...standing, blocked: new Set([slots[1]?.id ?? ""]) }, aims, {
    ...{ meeting: second, others },
  });
  expect(ruled.slots.map(({ blocked }) => blocked)).toEqual([true, true, true]);
  const alone = poseForOne(standing, { ...aims, notAfter: null }, { meeting: second, others: [] });
  expect(alone.slots.map(({ blocked }) => blocked)).toEqual([false, false, false]);
});

it("does not count what the time that is given up costs a zone", () => {
  // 22:00 to 24:00 in Seoul: 120 minutes of two
  expect(problem.rules.carried).toEqual({ "Asia/Seoul": 260, "Europe/London": 0 });
});
