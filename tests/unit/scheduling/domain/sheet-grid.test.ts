import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupByDay, type SheetClock } from "#lib/scheduling/domain/sheet";
import { layOut, movePlace, placeOfSlot, slotsBetween } from "#lib/scheduling/domain/sheet-grid";

const clock: SheetClock = {
  plan: { home: "Europe/Zurich", stays: [] },
  beside: ["UTC"],
  clock: 24,
  weekStart: 1,
  locale: "en",
};
const slot = (id: string, startsAt: string) => ({ id, startsAt: Date.parse(startsAt), lengthMinutes: 60 });
const grid = (...slots: ReturnType<typeof slot>[]) => layOut(groupByDay(slots, clock));
const ids = (rows: ReturnType<typeof grid>["rows"]) =>
  rows.map((row) => row.map((each) => each?.id ?? "-").join(""));

const week = grid(
  slot("a", "2027-03-16T08:00Z"),
  slot("b", "2027-03-16T13:00Z"),
  slot("c", "2027-03-17T13:00Z"),
  slot("d", "2027-03-18T08:00Z"),
  slot("e", "2027-03-18T13:00Z"),
);

describe("layOut", () => {
  it("puts days in rows and the times they share in columns, and leaves other places empty", () => {
    expect(ids(week.rows)).toEqual(["ab", "-c", "de"]);
    expect(week.columns?.map(({ from, to }) => `${from}-${to}`)).toEqual(["09:00-10:00", "14:00-15:00"]);
  });

  it("tells both times of a zone beside when a clock change lies between the days", () => {
    const { columns } = grid(slot("a", "2027-03-26T13:00Z"), slot("b", "2027-03-29T12:00Z"));
    expect(columns).toEqual([
      { from: "14:00", to: "15:00", beside: [{ place: "UTC", times: ["13:00-14:00", "12:00-13:00"] }] },
    ]);
  });

  it("lets slots stand in their order where days share few times", () => {
    const { columns, rows } = grid(
      ...Array.from({ length: 6 }, (_, day) => slot(`${day}`, `2027-03-1${day}T0${day}:00Z`)),
      slot("z", "2027-03-15T18:00Z"),
    );
    expect(columns).toBeNull();
    expect(ids(rows)).toEqual(["0-", "1-", "2-", "3-", "4-", "5z"]);
  });

  it("holds every slot exactly once, in rows of one length, whatever the slots", () => {
    const starts = fc.array(fc.integer({ min: 0, max: 14 * 48 }), { maxLength: 60 });
    fc.assert(
      fc.property(starts, fc.constantFrom("Asia/Kathmandu", "America/New_York", "UTC"), (halfHours, home) => {
        const from = Date.parse("2027-03-20T00:00Z");
        const slots = [...halfHours]
          .sort((a, b) => a - b)
          .map((at, index) => ({ id: `${index}`, startsAt: from + at * 1_800_000, lengthMinutes: 60 }));
        const { rows } = layOut(groupByDay(slots, { ...clock, plan: { home, stays: [] } }));
        const found = rows.flat().flatMap((each) => each?.id ?? []);
        expect(found.sort()).toEqual(slots.map(({ id }) => id).sort());
        expect(new Set(rows.map(({ length }) => length)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("moving", () => {
  it("goes past empty places to the next slot, and stays at the edge", () => {
    expect(movePlace(week.rows, { row: 0, column: 0 }, "down")).toEqual({ row: 2, column: 0 });
    expect(movePlace(week.rows, { row: 0, column: 0 }, "up")).toEqual({ row: 0, column: 0 });
    expect(movePlace(week.rows, { row: 1, column: 1 }, "left")).toEqual({ row: 1, column: 1 });
    expect(movePlace(week.rows, { row: 0, column: 0 }, "right")).toEqual({ row: 0, column: 1 });
  });

  it("goes to the ends of the row and of the sheet", () => {
    expect(movePlace(week.rows, { row: 1, column: 1 }, "rowStart")).toEqual({ row: 1, column: 1 });
    expect(movePlace(week.rows, { row: 2, column: 1 }, "rowStart")).toEqual({ row: 2, column: 0 });
    expect(movePlace(week.rows, { row: 0, column: 0 }, "rowEnd")).toEqual({ row: 0, column: 1 });
    expect(movePlace(week.rows, { row: 1, column: 1 }, "start")).toEqual({ row: 0, column: 0 });
    expect(movePlace(week.rows, { row: 0, column: 0 }, "end")).toEqual({ row: 2, column: 1 });
  });

  it("finds the slots of a rectangle whichever corner comes first", () => {
    const between = (a: [number, number], b: [number, number]) =>
      slotsBetween(week.rows, { row: a[0], column: a[1] }, { row: b[0], column: b[1] }).map(({ id }) => id);
    expect(between([0, 0], [1, 1])).toEqual(["a", "b", "c"]);
    expect(between([2, 1], [1, 0])).toEqual(["c", "d", "e"]);
    expect(placeOfSlot(week.rows, "c")).toEqual({ row: 1, column: 1 });
    expect(placeOfSlot(week.rows, "nowhere")).toBeNull();
  });
});
