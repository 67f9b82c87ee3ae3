import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, packAnswers } from "#lib/scheduling/domain/packed-answers";
import { compareTotals, tally } from "#lib/scheduling/domain/tally";
import { makeSlot } from "../../../support/slots.ts";

const slots = [makeSlot(0, "2027-03-01T13:00Z"), makeSlot(7, "2027-03-02T13:00Z")];
const row = (letter: string, ...given: [number, Answer][]) => ({
  letter,
  answers: packAnswers(new Map(given)),
});
const rows = [
  row("A", [0, "yes"], [7, "no"]),
  row("A", [0, "if_need_be"]),
  { letter: "A", answers: null },
  row("B", [0, "no"], [7, "yes"]),
];

describe("tally", () => {
  it("counts each slot for each side, and those who have not answered", () => {
    const [first] = tally({ slots, quorum: {} }, ["A", "B"], rows);
    expect(first?.sides).toEqual([
      { letter: "A", yes: 1, ifNeedBe: 1, no: 0, unanswered: 1, able: 2, quorum: 0, reached: true },
      { letter: "B", yes: 0, ifNeedBe: 0, no: 1, unanswered: 0, able: 0, quorum: 0, reached: true },
    ]);
  });

  it("reaches a quorum with yes and if need be together, and is quorate only when every side reaches its own", () => {
    const quorate = (quorum: Record<string, number>) =>
      tally({ slots, quorum }, ["A", "B"], rows).map((total) => total.quorate);
    expect(quorate({ A: 2, B: 0 })).toEqual([true, false]);
    expect(quorate({ A: 3, B: 0 })).toEqual([false, false]);
    expect(quorate({ A: 0, B: 1 })).toEqual([false, true]);
  });

  it("does not depend on the order of the people", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(tally({ slots, quorum: {} }, ["A", "B"], shuffled)).toEqual(
          tally({ slots, quorum: {} }, ["A", "B"], rows),
        );
      }),
    );
  });
});

describe("compareTotals", () => {
  const total = (yes: number, ifNeedBe: number, quorum = 0) =>
    tally(
      { slots: [makeSlot(0, "2027-03-01T13:00Z")], quorum: { A: quorum } },
      ["A"],
      [
        ...Array.from({ length: yes }, () => row("A", [0, "yes"])),
        ...Array.from({ length: ifNeedBe }, () => row("A", [0, "if_need_be"])),
      ],
    )[0] ?? expect.fail("one slot, one total");

  it("ranks if need be below yes", () => {
    expect(compareTotals(total(2, 0), total(1, 1))).toBeLessThan(0);
    expect(compareTotals(total(1, 1), total(2, 0))).toBeGreaterThan(0);
  });

  it("ranks one more person able to attend above any number of plain yes", () => {
    expect(compareTotals(total(0, 3), total(2, 0))).toBeLessThan(0);
  });

  it("ranks a side with its quorum above one without", () => {
    expect(compareTotals(total(2, 0, 2), total(2, 0, 3))).toBeLessThan(0);
  });

  it("calls equals equal", () => {
    expect(compareTotals(total(1, 1), total(1, 1))).toBe(0);
  });
});
