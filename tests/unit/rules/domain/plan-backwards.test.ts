import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/day";
import { planBackwards } from "#lib/rules/domain/plan-backwards";

const CASE = {
  ...{ today: "2027-01-04", opensOn: "2027-05-24", meetingCount: 3, gapDays: 7 },
  ...{ closesOn: "2027-01-15", slotDays: ["2027-01-29", "2027-03-16", "2027-04-20", "2027-05-18"] },
};

describe("planBackwards", () => {
  it("counts back from the target: 7, 3 working days, 12, 21 days, then the gaps, 14 days and two months", () => {
    expect(planBackwards(CASE).steps.map(({ key, day, rule }) => [key, day, rule])).toEqual([
      ["today", "2027-01-04", null],
      ["pollCloses", "2027-01-15", null],
      ["closeForNormal", "2027-02-19", "N1"],
      ["closeAtLatest", "2027-04-05", "N2"],
      ["firstMeeting", "2027-04-19", null],
      ["inputs", "2027-04-21", "D8"],
      ["lastMeeting", "2027-05-03", "D7"],
      ["contribution", "2027-05-12", "D7"],
      ["handIn", "2027-05-12", "D7"],
      ["available", "2027-05-17", "D7"],
      ["target", "2027-05-24", null],
    ]);
  });

  it("has no first meeting of its own when there is only one, and no closing while that is open", () => {
    const keys = planBackwards({ ...CASE, meetingCount: 1, closesOn: null }).steps.map(({ key }) => key);
    expect(keys).not.toContain("firstMeeting");
    expect(keys).not.toContain("pollCloses");
    expect(keys).toContain("closeAtLatest");
  });

  it("says what each later week of the closing costs, on both sides of the boundary", () => {
    const { later } = planBackwards(CASE);
    // The slot of 29 January is announced in time on the 15th, 14 days before, and no later; that of 18 May is too
    // late for the target anyway. Two months before 16 March is 16 January.
    expect(later).toEqual([
      { weeks: 1, closesOn: "2027-01-22", lostByN2: 1, lostByN1: 1, left: 2 },
      { weeks: 2, closesOn: "2027-01-29", lostByN2: 1, lostByN1: 1, left: 2 },
      { weeks: 3, closesOn: "2027-02-05", lostByN2: 1, lostByN1: 1, left: 2 },
      { weeks: 4, closesOn: "2027-02-12", lostByN2: 1, lostByN1: 1, left: 2 },
    ]);
    const [sooner] = planBackwards({ ...CASE, closesOn: "2027-01-16" }).later;
    expect(sooner).toMatchObject({ lostByN2: 0, left: 2 });
  });

  it("never gets slots back by waiting, and keeps its days in order", () => {
    const days = fc.nat(300).map((count) => addDays("2027-01-04", count));
    fc.assert(
      fc.property(days, fc.array(days), fc.integer({ min: 1, max: 6 }), (opensOn, slotDays, meetingCount) => {
        const { steps, later } = planBackwards({ ...CASE, opensOn, slotDays, meetingCount });
        expect(steps.map(({ day }) => day)).toEqual([...steps.map(({ day }) => day)].sort());
        expect(later.map(({ left }) => left)).toEqual(later.map(({ left }) => left).sort((a, b) => b - a));
        expect(later.map(({ lostByN2 }) => lostByN2)).toEqual(
          later.map(({ lostByN2 }) => lostByN2).sort((a, b) => a - b),
        );
      }),
    );
  });
});
