import { describe, expect, it } from "vitest";
import { brokenWords, changeWords } from "#lib/decisions/domain/nearest-words";
import { type Scene, viewRanking } from "#lib/decisions/domain/ranking-view";
import type { SeriesDescription } from "#lib/ranking/domain/describe-series";
import { USUAL_ORDER } from "#lib/ranking/domain/problem";
import type { RankedSeries } from "#lib/ranking/domain/ranking";
import { LIMITS } from "#lib/rules/domain/rules";
import { makeSlot } from "../../../support/slots.ts";

const slots = [makeSlot(0, "2027-03-23T13:00Z"), makeSlot(1, "2027-03-30T12:00Z")];
const scene: Scene = {
  slotOf: (name) => slots.find(({ ordinal }) => name === `s00${ordinal}`),
  totalsOf: () => [],
  zones: [
    { timeZone: "Europe/Zurich", people: 3 },
    { timeZone: "Australia/Sydney", people: 1 },
  ],
  ...{ carried: { "Australia/Sydney": 40 }, order: USUAL_ORDER, people: 4 },
  ...{ descriptions: [], hours: LIMITS.D3 },
  burdenByHour: Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 5 : 0)),
  dayOf: (name) => Number(name.slice(1)),
  personOf: (name) => `name of ${name}`,
  groupOf: (letter) => `group ${letter}`,
};
const series = (change: Partial<RankedSeries> = {}): RankedSeries => ({
  ...{ slots: ["s000", "s001"], reach: 4, attendance: 10, totalBurden: 500 },
  ...{ worstZone: { zone: "Australia/Sydney", burden: 500 }, ...change },
});

describe("viewRanking", () => {
  it("gives the local start of each meeting, with another day and a moved clock", () => {
    const ranking = { proof: "optimal", best: [series()], nearest: null, elapsedMs: 3.6 } as const;
    const view = viewRanking(ranking, scene);
    expect(view).toMatchObject({ elapsedMs: 4, gap: null, nearest: null });
    expect(view.best[0]?.zones).toEqual([
      {
        ...{ timeZone: "Europe/Zurich", place: "Zurich", people: 3, burden: 0, carried: 0 },
        times: [
          { minute: 14 * 60, dayShift: 0, clockChange: 0 },
          { minute: 14 * 60, dayShift: 0, clockChange: 60 },
        ],
      },
      {
        ...{ timeZone: "Australia/Sydney", place: "Sydney", people: 1, burden: 900, carried: 40 },
        times: [
          { minute: 0, dayShift: 1, clockChange: 0 },
          { minute: 23 * 60, dayShift: 0, clockChange: 0 },
        ],
      },
    ]);
  });

  it("names the gap of a search that ran out of time", () => {
    const proof = { gap: 3, measure: "reach" } as const;
    expect(viewRanking({ proof, best: [], nearest: null, elapsedMs: 5_000 }, scene).gap).toEqual({
      ...{ measure: "reach", size: 3 },
    });
  });
});

it("says in what a series loses to the first, with the group of the side and the place of the zone", () => {
  const described = (change: Partial<SeriesDescription>): SeriesDescription => ({
    ...series(),
    ...{ sides: [{ side: "B", people: 2, reached: 2, able: [2, 2], attendance: 8 }], zones: [], atNight: 0 },
    ...{ night: { from: "23:00", to: "08:00" }, starts: [1, 2], ...change },
  });
  const descriptions = [
    described({}),
    described({
      reach: 3,
      sides: [{ side: "B", people: 2, reached: 1, able: [2, 1], attendance: 8 }],
      worstZone: { zone: "Australia/Sydney", burden: 400 },
    }),
  ];
  const best = [series(), series({ slots: ["s001"] })];
  const view = viewRanking(
    { proof: "optimal", best, nearest: null, elapsedMs: 1 },
    { ...scene, descriptions },
  );
  expect(view.best.map(({ reason }) => reason)).toEqual([
    null,
    {
      because: { key: "ranking.reason.sideFewer", values: { count: 1, side: "group B" } },
      loses: [],
      gains: [
        {
          key: "ranking.reason.worstBetter",
          values: { zone: "Sydney", zoneBefore: "Sydney", before: 500, after: 400, same: "yes" },
        },
      ],
    },
  ]);
});

describe("the nearest series", () => {
  it("is told with the names of the page", () => {
    const quorum = { rule: "quorum", slot: "s001", side: "B", needed: 3, able: 2 } as const;
    expect(brokenWords(quorum, scene)).toEqual({
      key: "decisions.broken.quorum",
      values: { day: 1, group: "group B", needed: 3, able: 2 },
    });
    expect(brokenWords({ rule: "required", slot: "s000", person: "p0001" }, scene).values).toEqual({
      ...{ day: 0, name: "name of p0001" },
    });
    expect(changeWords({ rule: "minGapDays", from: 7, to: 5 }, scene)).toEqual({
      key: "decisions.change.minGapDays",
      values: { from: 7, to: 5 },
    });
    expect(changeWords({ rule: "blocked", slot: "s001" }, scene).key).toBe("decisions.change.blocked");
  });

  it("never rounds a gap to one that would keep the rule", () => {
    const gap = { slot: "s000", next: "s001", needed: 6 };
    expect(brokenWords({ rule: "minGapDays", days: 5.96, ...gap }, scene).values?.["days"]).toBe(5.9);
    expect(brokenWords({ rule: "maxGapDays", days: 6.04, ...gap }, scene).values?.["days"]).toBe(6.1);
  });
});
