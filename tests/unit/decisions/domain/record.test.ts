import { describe, expect, it } from "vitest";
import { computedPart, enteredPart, problemToJson, toJson } from "#lib/decisions/domain/record";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";

const slot = (ordinal: number, startsAt: string) => ({
  ...{ id: `s00${ordinal}`, ordinal, startsAt: new Date(startsAt), lengthMinutes: 120, blocked: false },
});
const problem: SeriesProblem = {
  slots: [slot(0, "2027-03-26T12:00Z"), slot(2, "2027-04-02T12:00Z")],
  people: [
    {
      ...{ id: "p0001", side: "A", zone: "Asia/Seoul", required: true },
      answers: packAnswers(
        new Map([
          [0, "if_need_be"],
          [1, "yes"],
          [2, "no"],
        ]),
      ),
    },
    { id: "p0002", side: "B", zone: "Europe/London", answers: null },
  ],
  rules: {
    ...{ meetings: 2, minGapDays: 6, quorum: { A: 0, B: 0 }, reachOf: 1, maxGapDays: undefined },
    ...{ burdenByHour: Array.from({ length: 24 }, (_, hour) => (hour >= 21 ? 2 : 0)) },
    carried: { "Europe/London": 7 },
  },
};

it("says whose answers somebody else entered, and names nobody", () => {
  const people = ["anna", null, "ben", "anna"].map((enteredById) => ({ enteredById }));
  expect(enteredPart(people, (place) => `p000${place + 1}`)).toEqual([
    { person: "p0001", by: "e01" },
    { person: "p0003", by: "e02" },
    { person: "p0004", by: "e01" },
  ]);
  expect(enteredPart([], String)).toEqual([]);
});

describe("problemToJson", () => {
  it("writes answers by slot as rank-series reads them, and only those to slots on offer", () => {
    expect(problemToJson(problem)).toMatchObject({
      slots: [{ id: "s000", startsAt: "2027-03-26T12:00:00.000Z" }, { id: "s002" }],
      people: [
        { id: "p0001", required: true, answers: { s000: "ifNeedBe", s002: "no" } },
        { id: "p0002", answers: {} },
      ],
    });
    expect(JSON.stringify(problemToJson(problem))).not.toMatch(/ordinal|maxGapDays/);
  });
});

describe("computedPart", () => {
  const best = { slots: ["s000", "s002"], reach: 1, attendance: 1, worstZone: null, totalBurden: 0 };
  const ranking = { proof: "optimal" as const, best: [best], nearest: null, elapsedMs: 12.5 };

  it("gives the clocks of every zone, also across a change, and what each bears without what is carried", () => {
    expect(computedPart({ problem, ranking, slots: ["s000", "s002"] })).toEqual({
      ranking: { proof: "optimal", best: [best], nearest: null },
      rank: 1,
      burden: [
        { zone: "Asia/Seoul", carried: 0, burden: 480 },
        { zone: "Europe/London", carried: 7, burden: 0 },
      ],
      meetings: [
        {
          slot: "s000",
          clocks: {
            UTC: "2027-03-26T12:00/14:00",
            "Europe/Zurich": "2027-03-26T13:00/15:00",
            "Asia/Seoul": "2027-03-26T21:00/23:00",
            "Europe/London": "2027-03-26T12:00/14:00",
          },
        },
        {
          slot: "s002",
          clocks: {
            UTC: "2027-04-02T12:00/14:00",
            "Europe/Zurich": "2027-04-02T14:00/16:00",
            "Asia/Seoul": "2027-04-02T21:00/23:00",
            "Europe/London": "2027-04-02T13:00/15:00",
          },
        },
      ],
    });
  });

  it("knows no place for a series that is none of the best", () => {
    expect(computedPart({ problem, ranking, slots: ["s002"] })).toMatchObject({ rank: null });
  });
});

it("writes instants as text and leaves out what is undefined", () => {
  expect(toJson({ at: new Date(0), none: undefined, list: [null, 1, true] })).toEqual({
    at: "1970-01-01T00:00:00.000Z",
    list: [null, 1, true],
  });
});
