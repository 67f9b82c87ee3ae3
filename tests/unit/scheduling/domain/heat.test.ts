import { describe, expect, it } from "vitest";
import { layHeat } from "#lib/scheduling/domain/heat";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";
import { tally } from "#lib/scheduling/domain/tally";
import { makeSlot } from "../../../support/slots.ts";

const slots = [
  makeSlot(0, "2027-03-01T23:00Z"),
  makeSlot(1, "2027-03-02T10:00Z"),
  makeSlot(2, "2027-03-02T23:00Z"),
  makeSlot(3, "2027-03-02T23:00Z", 60),
];
const yes = (...ordinals: number[]) => packAnswers(new Map(ordinals.map((ordinal) => [ordinal, "yes"])));
const totals = tally(
  { slots, quorum: { A: 2 } },
  ["A", "B"],
  [
    { letter: "A", answers: yes(0, 1) },
    { letter: "A", answers: yes(0) },
    { letter: "B", answers: null },
  ],
);

describe("the heat map", () => {
  it("lays slots out by week and start on one clock, with all that begin together in one cell", () => {
    const { weekdays, rows } = layHeat(slots, totals, "Asia/Seoul");
    expect(weekdays).toEqual(["2027-03-02", "2027-03-03"]); // a Tuesday and a Wednesday
    expect(
      rows.map(({ monday, clock, cells }) => [
        monday,
        clock,
        cells.map((cell) => cell.map(({ slotId }) => slotId)),
      ]),
    ).toEqual([
      ["2027-03-01", "08:00", [["s0"], ["s2", "s3"]]],
      ["2027-03-01", "19:00", [["s1"], []]],
    ]);
  });

  it("begins a new row with each week", () => {
    const weeks = [makeSlot(0, "2027-03-07T12:00Z"), makeSlot(1, "2027-03-08T12:00Z")];
    expect(layHeat(weeks, [], "UTC").rows.map(({ monday }) => monday)).toEqual(["2027-03-01", "2027-03-08"]);
  });

  it("glows by the part of each side that can attend, from nobody to everybody", () => {
    const cells = layHeat(slots, totals, "UTC").rows.flatMap((row) => row.cells.flat());
    const levels = (slotId: string) =>
      cells.find((cell) => cell.slotId === slotId)?.sides.map(({ able, level }) => [able, level]);
    expect(levels("s0")).toEqual([
      [2, 9],
      [0, 0],
    ]);
    expect(levels("s1")).toEqual([
      [1, 5],
      [0, 0],
    ]);
    expect(cells.filter(({ quorate }) => quorate).map(({ slotId }) => slotId)).toEqual(["s0"]);
  });

  it("is cold where nobody was asked", () => {
    const [row] = layHeat(slots, tally({ slots, quorum: {} }, ["A"], []), "UTC").rows;
    expect(row?.cells.flat()[0]?.sides).toEqual([{ letter: "A", able: 0, level: 0 }]);
  });
});
