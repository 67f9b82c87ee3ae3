import { expect, it } from "vitest";
import { isUneven, seriesInZones } from "#lib/meetings/domain/local-series";

const meeting = (sequence: number, start: string) => ({
  ...{ sequence, start: new Date(start), end: new Date(Date.parse(start) + 7_200_000) },
});
/** 14:00 Geneva before and after the clocks of Europe change on 28 March 2027. */
const SERIES = [
  meeting(2, "2027-03-23T13:00:00Z"),
  meeting(1, "2027-03-16T13:00:00Z"),
  meeting(3, "2027-03-30T12:00:00Z"),
];
const look = (timeZone: string) => seriesInZones(SERIES, [{ timeZone, people: 3 }])[0];

it("keeps one hour where the clocks change with Geneva's", () => {
  const geneva = look("Europe/Zurich");
  expect(geneva?.hours).toEqual([{ clock: "14:00", sequences: [1, 2, 3] }]);
  expect(geneva && isUneven(geneva)).toBe(false);
});

it("tells the meetings apart whose hour shifts", () => {
  const seoul = look("Asia/Seoul");
  expect(seoul?.hours).toEqual([
    { clock: "22:00", sequences: [1, 2] },
    { clock: "21:00", sequences: [3] },
  ]);
  expect(seoul && isUneven(seoul)).toBe(true);
});

it("marks the meetings that lie on another calendar day than in Geneva, in order of time", () => {
  const sydney = look("Australia/Sydney");
  expect(sydney?.meetings.map(({ sequence, day, isOtherDay }) => [sequence, day, isOtherDay])).toEqual([
    [1, "2027-03-17", true],
    [2, "2027-03-24", true],
    [3, "2027-03-30", false],
  ]);
});

it("takes no notice of different hours in Geneva, only of clocks that move against Geneva's", () => {
  const winter = [meeting(1, "2027-01-12T08:00:00Z"), meeting(2, "2027-01-19T13:00:00Z")];
  const [seoul, auckland] = seriesInZones(winter, [
    { timeZone: "Asia/Seoul", people: 1 },
    { timeZone: "Pacific/Auckland", people: 1 },
  ]);
  expect(seoul?.hours).toHaveLength(2);
  expect(seoul && isUneven(seoul)).toBe(false);
  expect(auckland && isUneven(auckland)).toBe(true);
});
