import { expect, it } from "vitest";
import { groupByDay } from "#lib/scheduling/domain/sheet";

const slot = (id: string, startsAt: string) => ({ id, startsAt: Date.parse(startsAt), lengthMinutes: 120 });
const slots = [
  slot("a", "2027-03-16T13:00Z"),
  slot("b", "2027-03-16T15:00Z"),
  slot("c", "2027-03-30T12:00Z"),
];
const days = (timeZone: string) =>
  groupByDay(slots, { timeZone, locale: "en" }).map(({ date, slots: ofDay }) => [
    `${date.weekday} ${date.day} ${date.month} ${date.year}`,
    ofDay.map(({ id, from, to, geneva, utc }) => `${id} ${from}-${to} | ${geneva} | ${utc}`),
  ]);

it("groups slots by the reader's day and tells each on three clocks, over a clock change", () => {
  expect(days("Europe/Zurich")).toEqual([
    [
      "Tuesday 16 March 2027",
      ["a 14:00-16:00 | 14:00-16:00 | 13:00-15:00", "b 16:00-18:00 | 16:00-18:00 | 15:00-17:00"],
    ],
    ["Tuesday 30 March 2027", ["c 14:00-16:00 | 14:00-16:00 | 12:00-14:00"]],
  ]);
});

it("puts a slot on the reader's own day and says which day it is in Geneva", () => {
  const [, wednesday] = groupByDay(slots, { timeZone: "Asia/Seoul", locale: "en" });
  expect(days("Asia/Seoul").map(([day]) => day)).toEqual([
    "Tuesday 16 March 2027",
    "Wednesday 17 March 2027",
    "Tuesday 30 March 2027",
  ]);
  expect(wednesday?.slots[0]).toMatchObject({
    ...{ id: "b", from: "00:00", to: "02:00" },
    ...{ genevaDate: { day: "16", month: "March" }, utcDate: { day: "16", month: "March" } },
  });
});

it("gives no day of Geneva where it is the reader's", () => {
  const [first] = groupByDay(slots, { timeZone: "Asia/Kathmandu", locale: "en" });
  expect(first?.slots.map(({ from, genevaDate }) => [from, genevaDate])).toEqual([
    ["18:45", null],
    ["20:45", null],
  ]);
});

it("gives nothing for no slots", () => {
  expect(groupByDay([], { timeZone: "UTC", locale: "en" })).toEqual([]);
});
