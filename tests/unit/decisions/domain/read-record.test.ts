import { expect, it } from "vitest";
import { readRecord } from "#lib/decisions/domain/read-record";

it("takes from a record what its page tells", () => {
  const best = { reach: 4, attendance: 9, worstZone: null, totalBurden: 0 };
  const record = {
    ...{ tzVersion: "2026a", assents: [], waivers: [], rules: [], changes: [{}], entered: [{}, {}] },
    chosen: { slots: ["s000", "s002"], reason: "A holiday" },
    problem: {
      slots: [
        { id: "s000", startsAt: "2027-03-16T13:00:00.000Z", lengthMinutes: 90 },
        { id: "s002", startsAt: "2027-03-23T13:00:00.000Z", lengthMinutes: 120 },
      ],
      people: [{ answers: { s000: "yes" } }, { answers: {} }],
      rules: { minGapDays: 6, reachOf: 2, quorum: { A: 1 }, meetings: 2 },
      order: ["reach"],
    },
    computed: {
      ...{ rank: 2, burden: [] },
      ranking: {
        proof: "optimal",
        best: [
          { ...best, slots: ["s002", "s000"] },
          { ...best, slots: ["s000", "s002"] },
        ],
      },
    },
  };
  expect(readRecord(JSON.stringify(record))).toMatchObject({
    ...{
      reason: "A holiday",
      rank: 2,
      isProven: true,
      changes: 1,
      entered: 2,
      order: ["reach"],
      minGapDays: 6,
    },
    counts: { slots: 2, people: 2, answers: 1 },
    meetings: [
      { start: new Date("2027-03-16T13:00Z"), end: new Date("2027-03-16T14:30Z") },
      { start: new Date("2027-03-23T13:00Z") },
    ],
    best: [{ isChosen: false }, { isChosen: true }],
  });
});
