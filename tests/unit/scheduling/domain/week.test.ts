import { describe, expect, it } from "vitest";
import { coverage, drawnWishes, isDrawn, mondayOf, weekCells } from "#lib/scheduling/domain/week";

const ZURICH = { timeZone: "Europe/Zurich", lengthMinutes: 120 };
const clocks = (monday: string, timeZone: string, column: number) =>
  weekCells(monday, timeZone).map((row) => row[column]);

describe("weekCells", () => {
  it("begins on the Monday of the day's week and has every half hour of seven days", () => {
    expect(["2027-03-15", "2027-03-21"].map(mondayOf)).toEqual(["2027-03-15", "2027-03-15"]);
    const cells = weekCells("2027-03-15", "Asia/Kathmandu");
    expect(cells[28]?.[1]).toMatchObject({ day: "2027-03-16", clock: "14:00", exists: true });
    expect(cells[28]?.[1]?.start.toISOString()).toBe("2027-03-16T08:15:00.000Z");
  });

  it("has no cell for the hour that clocks skip, and no gap in time on a day of 23 or 25 hours", () => {
    const short = clocks("2027-03-22", "Europe/Zurich", 6);
    expect(short.filter((cell) => !cell?.exists).map((cell) => cell?.clock)).toEqual(["02:00", "02:30"]);
    for (const [monday, hours] of [
      ["2027-03-22", 23],
      ["2027-10-25", 25],
    ] as const) {
      const day = clocks(monday, "Europe/Zurich", 6).filter((cell) => cell?.exists);
      const minutes = day.map((cell) => ((cell?.end.getTime() ?? 0) - (cell?.start.getTime() ?? 0)) / 60_000);
      expect(minutes.reduce((sum, length) => sum + length, 0)).toBe(hours * 60);
    }
  });
});

describe("drawnWishes", () => {
  const cells = weekCells("2027-03-15", "Europe/Zurich");
  const draw = (from: [number, number], to: [number, number]) =>
    drawnWishes(
      cells,
      { from: { row: from[0], column: from[1] }, to: { row: to[0], column: to[1] } },
      ZURICH,
    ).map(({ day, clock, lengthMinutes }) => `${day} ${clock}/${lengthMinutes}`);

  it("makes a slot of the usual length from one cell, and the drawn hours on each day of a rectangle", () => {
    expect(draw([28, 1], [28, 1])).toEqual(["2027-03-16 14:00/120"]);
    expect(draw([28, 1], [28, 2])).toEqual(["2027-03-16 14:00/120", "2027-03-17 14:00/120"]);
    expect(draw([30, 2], [28, 1])).toEqual(["2027-03-16 14:00/90", "2027-03-17 14:00/90"]);
    expect(draw([0, 0], [47, 0])).toEqual(["2027-03-15 00:00/480"]);
  });

  it("says which cells a drawing covers, and which a slot", () => {
    const drawn = { from: { row: 30, column: 2 }, to: { row: 28, column: 1 } };
    expect(isDrawn(drawn, { row: 29, column: 1 })).toBe(true);
    expect(isDrawn(drawn, { row: 31, column: 1 })).toBe(false);
    const slot = { startsAt: Date.parse("2027-03-16T13:15:00Z"), lengthMinutes: 30 };
    expect([28, 29, 30].map((row) => cells[row]?.[1]).map((cell) => cell && coverage(cell, slot))).toEqual([
      "start",
      "inside",
      "none",
    ]);
  });
});
