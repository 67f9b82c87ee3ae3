import { expect, it } from "vitest";
import { checkMoveAims, UNASKED } from "#lib/changes/domain/check-move-aims";

const AIMS = {
  order: ["reach", "attendance", "worstZone", "totalBurden", "earliest"],
  ...{ minGapDays: 6, maxGapDays: 14, maxPerWeek: 1, notBefore: "2027-03-01", notAfter: "2027-03-31" },
  ...{ quorum: { A: 2, B: 3 }, reachOf: 2, required: [], must: [], never: [], carry: false },
} as const;
const at = (start: string) => ({ start: new Date(start), end: new Date(Date.parse(start) + 7_200_000) });
const meeting = (id: string, start: string, status: "planned" | "cancelled" = "planned") => ({
  ...{ id, status },
  ...at(start),
});
const others = [
  meeting("1", "2027-03-02T13:00:00Z"),
  meeting("2", "2027-03-09T13:00:00Z"),
  meeting("3", "2027-03-16T13:00:00Z", "cancelled"),
];
const answered = {
  sides: [
    { letter: "A", able: 2 },
    { letter: "B", able: 3 },
  ],
  missing: [],
} as const;

/** The sentences about meeting 2 at another time. */
const missed = (start: string, asked: Parameters<typeof checkMoveAims>[0] | object = answered) =>
  checkMoveAims(
    { ...UNASKED, ...at(start), ...asked },
    { id: "2" },
    { others, aims: AIMS, groupOf: (letter) => (letter === "A" ? "SG2" : "SG20") },
  ).map(({ key }) => key);

it("has nothing against a time that keeps gap, week, window and quorum", () => {
  expect(missed("2027-03-10T13:00:00Z")).toEqual([]);
  expect(missed("2027-03-10T13:00:00Z", UNASKED)).toEqual([]);
});

it("says what a time misses: too near, too far, one too many in a week, outside the days", () => {
  expect(missed("2027-03-05T13:00:00Z")).toEqual([
    "decisions.broken.minGapDays",
    "decisions.broken.maxPerWeek",
  ]);
  expect(missed("2027-03-17T13:00:00Z")).toEqual(["decisions.broken.maxGapDays"]);
  expect(missed("2027-04-01T12:00:00Z")).toContain("decisions.broken.notAfter");
  expect(missed("2027-02-22T13:00:00Z")).toContain("decisions.broken.notBefore");
});

it("counts the answers given to the new time, and who is required", () => {
  const few = {
    sides: [
      { letter: "A", able: 1 },
      { letter: "B", able: 3 },
    ],
    missing: ["Dora"],
  };
  expect(missed("2027-03-10T13:00:00Z", few)).toEqual([
    "decisions.broken.quorum",
    "decisions.broken.required",
  ]);
});

it("leaves a cancelled meeting out of account, and the place that the meeting leaves", () => {
  expect(missed("2027-03-15T13:00:00Z")).toEqual([]);
});
