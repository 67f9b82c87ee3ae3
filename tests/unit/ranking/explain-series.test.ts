import fc from "fast-check";
import { expect, it } from "vitest";
import { describeSeries } from "#lib/ranking/domain/describe-series";
import { explainSeries, reasonSentence } from "#lib/ranking/domain/explain-series";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import { inEnglish } from "#lib/words/translate";
import { problems } from "./problems.ts";

const answers = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, "yes" as const]));
const problem: SeriesProblem = {
  slots: [
    { id: "evening", startsAt: new Date("2027-03-01T13:30:00Z"), lengthMinutes: 60 },
    { id: "morning", startsAt: new Date("2027-03-01T07:00:00Z"), lengthMinutes: 60 },
  ],
  people: [
    { id: "a", side: "SG2", zone: "Europe/Zurich", answers: answers("evening", "morning") },
    { id: "b", side: "SG20", zone: "Asia/Seoul", answers: answers("evening", "morning") },
    { id: "c", side: "SG20", zone: "Asia/Seoul", answers: answers("evening") },
    { id: "d", side: "SG20", zone: "Asia/Seoul", answers: answers("evening") },
  ],
  rules: {
    ...{ meetings: 1, minGapDays: 0, quorum: {}, reachOf: 1 },
    burdenByHour: Array.from({ length: 24 }, (_, hour) => (hour >= 22 ? 1 : 0)),
  },
};
const explain = (asked: SeriesProblem, first: readonly string[], other: readonly string[]) => {
  const [a, b] = describeSeries(asked, [first, other]);
  if (!a || !b) throw new Error("not described");
  return explainSeries(a, b, asked.order);
};

it("describes a series by sides, zones and who meets at night", () => {
  expect(describeSeries(problem, [["evening"]])).toEqual([
    {
      ...{ slots: ["evening"], reach: 4, attendance: 8, totalBurden: 60 },
      worstZone: { zone: "Asia/Seoul", burden: 60 },
      sides: [
        { side: "SG2", people: 1, reached: 1, able: [1], attendance: 2 },
        { side: "SG20", people: 3, reached: 3, able: [3], attendance: 6 },
      ],
      zones: [
        { zone: "Asia/Seoul", people: 3, burden: 60, carried: 0 },
        { zone: "Europe/Zurich", people: 1, burden: 0, carried: 0 },
      ],
      ...{ atNight: 3, starts: [Date.parse("2027-03-01T13:30:00Z")] },
    },
  ]);
});

it("says in a sentence why a series comes after the first, and what speaks for it", () => {
  expect(reasonSentence(explain(problem, ["evening"], ["morning"]), inEnglish, "en")).toBe(
    "Loses to the first: 2 people fewer from SG20 and SG20 attends less (4 points); but the zone with the most " +
      "burden, Asia/Seoul, bears 60 less, all zones together bear 60 less, meeting 1 is 0.3 days earlier, and " +
      "nobody meets between 23:00 and 08:00.",
  );
});

it("gives every series after the first a reason, unless both are equal in every measure", () => {
  let explained = 0;
  fc.assert(
    fc.property(problems, (asked) => {
      const usual = { ...asked, order: undefined };
      const [first, ...others] = rankSeries(usual, { clock: () => 0 }).best;
      for (const other of others) {
        const { loses } = explain(usual, first?.slots ?? [], other.slots);
        if (loses.length === 0) expect({ ...other, slots: [] }).toEqual({ ...first, slots: [] });
        explained += loses.length;
      }
    }),
    { numRuns: 200 },
  );
  expect(explained).toBeGreaterThan(20);
});
