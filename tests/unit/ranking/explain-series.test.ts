import fc from "fast-check";
import { expect, it } from "vitest";
import { describeSeries } from "#lib/ranking/domain/describe-series";
import { explainSeries, reasonSentence } from "#lib/ranking/domain/explain-series";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import { inEnglish } from "#lib/words/translate";
import { problems } from "./problems.ts";

const NIGHT = { from: 23 * 60, to: 8 * 60 };
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
  const [a, b] = describeSeries(asked, [first, other], NIGHT);
  if (!a || !b) throw new Error("not described");
  return explainSeries(a, b, asked.order);
};

it("counts nobody at night at noon when the night begins at midnight", () => {
  const nightOf = (id: string) => describeSeries(problem, [[id]], { from: 0, to: 6 * 60 })[0]?.atNight;
  expect(nightOf("evening")).toBe(0); // 14:30 in Geneva, 22:30 in Seoul
  const late = {
    ...problem,
    slots: [{ id: "evening", startsAt: new Date("2027-03-01T14:30:00Z"), lengthMinutes: 60 }],
  }; // until 00:30
  expect(describeSeries(late, [["evening"]], { from: 0, to: 6 * 60 })[0]?.atNight).toBe(3);
});

it("describes a series by sides, zones and who meets at night", () => {
  expect(describeSeries(problem, [["evening"]], NIGHT)).toEqual([
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
      night: { from: "23:00", to: "08:00" },
      ...{ atNight: 3, starts: [Date.parse("2027-03-01T13:30:00Z")] },
    },
  ]);
});

it("says in a sentence why a series comes after the first, and what speaks for it", () => {
  expect(reasonSentence(explain(problem, ["evening"], ["morning"]), inEnglish, "en")).toBe(
    "Not the first: 2 people fewer of SG20 can attend often enough. Also worse: SG20 has 1 yes and 0 if " +
      "need be instead of 3 and 0. But better: Asia/Seoul bears a burden of 0 instead of " +
      "60, all zones together bear a burden of 0 instead of 60, meeting 1 is 6.5 hours earlier, and nobody meets " +
      "between 23:00 and 08:00 local time.",
  );
});

it("gives every series after the first a reason, unless both are equal in every measure", () => {
  let explained = 0;
  fc.assert(
    fc.property(problems, (asked) => {
      const usual = { ...asked, order: undefined };
      const [first, ...others] = rankSeries(usual, { clock: () => 0 }).best;
      for (const other of others) {
        const { because } = explain(usual, first?.slots ?? [], other.slots);
        if (because === null) expect({ ...other, slots: [] }).toEqual({ ...first, slots: [] });
        else explained += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(explained).toBeGreaterThan(20);
});

it("names as the reason what decides, and not what one side loses and the other gains", () => {
  const asked: SeriesProblem = {
    ...problem,
    people: [
      { id: "a", side: "SG2", zone: "Europe/Zurich", answers: answers("evening") },
      { id: "b", side: "SG20", zone: "Europe/Zurich", answers: answers("morning") },
    ],
    rules: { ...problem.rules, burdenByHour: Array.from({ length: 24 }, (_, hour) => (hour === 8 ? 1 : 0)) },
  };
  const { because, loses, gains } = explain(asked, ["evening"], ["morning"]);
  expect(because).toEqual({
    key: "ranking.reason.worstWorse",
    values: { zone: "Europe/Zurich", zoneBefore: "Europe/Zurich", before: 0, after: 60, same: "yes" },
  });
  expect(loses.map(({ key }) => key)).toContain("ranking.reason.sideFewer");
  expect(gains.map(({ key }) => key)).toContain("ranking.reason.sideMore");
});

it("tells the whole first where both sides differ, then each side", () => {
  const asked: SeriesProblem = {
    ...problem,
    people: [
      { id: "a", side: "SG2", zone: "Europe/Zurich", answers: answers("evening") },
      { id: "c", side: "SG2", zone: "Europe/Zurich", answers: answers("evening") },
      { id: "b", side: "SG20", zone: "Europe/Zurich", answers: answers("morning") },
    ],
  };
  const { because, loses, gains } = explain(asked, ["evening"], ["morning"]);
  expect(because).toEqual({ key: "ranking.reason.reachWorse", values: { count: 1 } });
  expect(loses[0]).toEqual({ key: "ranking.reason.sideFewer", values: { count: 2, side: "SG2" } });
  expect(gains[0]).toEqual({ key: "ranking.reason.sideMore", values: { count: 1, side: "SG20" } });
});
