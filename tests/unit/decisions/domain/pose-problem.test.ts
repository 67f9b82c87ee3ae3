import { describe, expect, it } from "vitest";
import { type Aims, MEASURES } from "#lib/decisions/domain/aims";
import { partiesOf } from "#lib/decisions/domain/parties";
import { poseProblem, type Standing } from "#lib/decisions/domain/pose-problem";
import { LIMITS } from "#lib/rules/domain/rules";
import { aimsOfPoll, aimsToKeep, usualAims } from "#lib/decisions/domain/usual-aims";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";
import { aSeries } from "../../../support/series-in-memory.ts";
import { makeSlot } from "../../../support/slots.ts";

const now = new Date("2027-01-15T23:30Z");
const answers = packAnswers(new Map([[1, "yes"] as const]));
const standing: Standing = {
  ...{ meetingCount: 3, slots: [makeSlot(0, "2027-03-16T13:00Z"), makeSlot(12, "2027-03-23T13:00Z")] },
  people: [
    { id: "one", letter: "A", timeZone: "Asia/Seoul", answers },
    { id: "two", letter: "B", timeZone: "Europe/London", answers: null },
  ],
  ...{ blocked: new Set(["s12"]), carried: { "Asia/Seoul": 240 } },
  burdenByHour: Array.from({ length: 24 }, () => 0),
};
const people = [
  { id: "two", letter: "B", required: true },
  { id: "one", letter: "A", required: false },
];
const around = { people, limits: LIMITS, now };
const open = { state: "open", quorum: { A: 2 } } as const;
const aims = usualAims(aSeries(), open, around);

describe("poseProblem", () => {
  it("gives slots and people names of their own, and takes over what is blocked, required and carried", () => {
    const problem = poseProblem(standing, { ...aims, must: [12, 99], never: [0] });
    expect(problem).toMatchObject({
      slots: [
        { id: "s000", ordinal: 0, blocked: false, lengthMinutes: 120 },
        { id: "s012", ordinal: 12, blocked: true },
      ],
      people: [
        { id: "p0001", side: "A", zone: "Asia/Seoul", required: false, answers },
        { id: "p0002", side: "B", zone: "Europe/London", required: true, answers: null },
      ],
      ...{ order: MEASURES, must: ["s012"], never: ["s000"] },
      rules: { meetings: 3, minGapDays: 6, maxPerWeek: 1, carried: { "Asia/Seoul": 240 }, reachOf: 2 },
    });
    expect(JSON.stringify(problem)).not.toContain('"one"');
  });

  it("takes days as whole days of Geneva, and leaves the ledger out when asked to", () => {
    const { rules } = poseProblem(standing, { ...aims, notAfter: "2027-04-30", carry: false });
    expect(rules.notBefore).toEqual(new Date("2027-01-15T23:00Z"));
    expect(rules.notAfter).toEqual(new Date("2027-04-30T22:00Z"));
    expect(rules.carried).toBeUndefined();
  });
});

describe("usualAims", () => {
  it("asks for the poll's quorum of each side, and for people who can attend all meetings but one", () => {
    expect(aims).toMatchObject({
      ...{ quorum: { A: 2, B: 0 }, reachOf: 2, notBefore: "2027-01-16", required: ["two"] },
    });
    const single = { ...aSeries(), meetingCount: 1 };
    expect(usualAims(single, open, around).reachOf).toBe(1);
  });

  it("ends on the last day on which a report can be handed in, when the target is known", () => {
    const target = { group: null, month: null, opensOn: "2027-05-31" };
    const usual = usualAims({ ...aSeries(), target }, open, around);
    expect(usual.notAfter).toBe("2027-05-19");
    const D7 = { ...LIMITS.D7, availableDays: 14 };
    const stricter = usualAims({ ...aSeries(), target }, open, { ...around, limits: { ...LIMITS, D7 } });
    expect(stricter.notAfter).toBe("2027-05-12");
  });

  it("needs half of each side in a draft for which no quorum is set", () => {
    expect(usualAims(aSeries(), { state: "draft", quorum: {} }, around).quorum).toEqual({ A: 1, B: 1 });
    expect(usualAims(aSeries(), { state: "draft", quorum: { A: 0 } }, around).quorum).toEqual({ A: 0, B: 0 });
  });
});

describe("aimsOfPoll", () => {
  const kept = (changes: Partial<Aims>) => aimsToKeep({ ...aims, ...changes }, aims);
  const under = (changes: Partial<Aims>) => aimsOfPoll(aSeries(), { ...open, aims: kept(changes) }, around);

  it("is what the co-chairs set, and usual in the rest", () => {
    expect(kept({})).toEqual({});
    expect(kept({ minGapDays: 14, must: [3], notAfter: null })).toEqual({ minGapDays: 14, must: [3] });
    expect(under({})).toEqual(aims);
    const set = { minGapDays: 14, maxPerWeek: null, must: [3], carry: false, order: [...MEASURES].reverse() };
    expect(under(set)).toEqual({ ...aims, ...set });
  });

  it("asks nobody for more meetings than there are, and begins today when nothing else is said", () => {
    expect(aimsOfPoll(aSeries(), { ...open, aims: { reachOf: 9, notBefore: null } }, around)).toEqual({
      ...{ ...aims, reachOf: 3 },
    });
  });
});

it("names the sides of a series in the order of the alphabet, whoever is side A", () => {
  const { sides } = aSeries();
  expect(partiesOf({ sides: [...sides].reverse() })).toBe(partiesOf({ sides }));
});
