import { expect, it } from "vitest";
import { groupByDay, placeOf, type SheetClock, weekOf } from "#lib/scheduling/domain/sheet";

const slot = (id: string, startsAt: string) => ({ id, startsAt: Date.parse(startsAt), lengthMinutes: 120 });
const slots = [
  slot("a", "2027-03-16T13:00Z"),
  slot("b", "2027-03-16T15:00Z"),
  slot("c", "2027-03-30T12:00Z"),
];
const clock = (home: string, more: Partial<SheetClock> = {}): SheetClock => ({
  ...{ plan: { home, stays: [] }, beside: ["Europe/Zurich", "UTC"], clock: 24, weekStart: 1, locale: "en" },
  ...more,
});
const days = (home: string, more: Partial<SheetClock> = {}) =>
  groupByDay(slots, clock(home, more)).map(({ date, slots: ofDay }) => [
    `${date.weekday} ${date.day} ${date.month} ${date.year}`,
    ofDay.map(({ id, from, to, beside }) =>
      [`${id} ${from}-${to}`, ...beside.map(({ time }) => time)].join(" | "),
    ),
  ]);

it("groups slots by the reader's day and tells each on all clocks, over a clock change", () => {
  expect(days("Asia/Tokyo")).toEqual([
    ["Tuesday 16 March 2027", ["a 22:00-00:00 | 14:00-16:00 | 13:00-15:00"]],
    ["Wednesday 17 March 2027", ["b 00:00-02:00 | 16:00-18:00 | 15:00-17:00"]],
    ["Tuesday 30 March 2027", ["c 21:00-23:00 | 14:00-16:00 | 12:00-14:00"]],
  ]);
});

it("shows the reader's own zone once, and UTC always with its date", () => {
  const [first] = groupByDay(slots, clock("Europe/Zurich"));
  expect(first?.slots.map(({ beside }) => beside)).toEqual([
    [{ place: "UTC", time: "13:00-15:00", date: expect.objectContaining({ day: "16" }) }],
    [{ place: "UTC", time: "15:00-17:00", date: expect.objectContaining({ day: "16" }) }],
  ]);
});

it("says which day it is in a zone beside where that is another", () => {
  const [, wednesday] = groupByDay(slots, clock("Asia/Seoul"));
  expect(wednesday?.slots[0]).toMatchObject({
    ...{ id: "b", from: "00:00", to: "02:00" },
    beside: [
      { place: "Geneva", date: { day: "16", month: "March" } },
      { place: "UTC", date: { day: "16" } },
    ],
  });
});

it("writes times as twelve hours on request", () => {
  expect(days("UTC", { clock: 12, beside: [] })[0]?.[1]).toEqual(["a 1:00 PM-3:00 PM", "b 3:00 PM-5:00 PM"]);
});

it("shows a slot in the zone where the reader will be on that day, and says where", () => {
  const stays = [{ fromDay: "2027-03-29", toDay: "2027-04-02", timeZone: "America/New_York" }];
  const given = groupByDay(slots, clock("Europe/Zurich", { plan: { home: "Europe/Zurich", stays } }));
  expect(given.map(({ day, place, slots: ofDay }) => [day, place, ofDay[0]?.from])).toEqual([
    ["2027-03-16", null, "14:00"],
    ["2027-03-30", "New York", "08:00"],
  ]);
});

it.each([
  [1, "2027-03-15"],
  [6, "2027-03-13"],
  [7, "2027-03-14"],
])("lets a week that starts on weekday %i hold Tuesday 16 March from %s on", (weekStart, first) => {
  expect(weekOf("2027-03-16", weekStart)).toBe(first);
  expect(weekOf(first, weekStart)).toBe(first);
});

it("tells which days begin another week than the day before on the sheet", () => {
  const sunday = [
    slot("a", "2027-03-13T12:00Z"),
    slot("b", "2027-03-14T12:00Z"),
    slot("c", "2027-03-15T12:00Z"),
  ];
  const begins = (weekStart: number) =>
    groupByDay(sunday, clock("UTC", { weekStart })).map(({ startsWeek }) => startsWeek);
  expect([begins(1), begins(7)]).toEqual([
    [false, false, true],
    [false, true, false],
  ]);
});

it("calls the reference clock Geneva, and other zones by their city", () => {
  expect(["Europe/Zurich", "America/New_York", "UTC"].map(placeOf)).toEqual(["Geneva", "New York", "UTC"]);
});

it("gives nothing for no slots", () => {
  expect(groupByDay([], clock("UTC"))).toEqual([]);
});
