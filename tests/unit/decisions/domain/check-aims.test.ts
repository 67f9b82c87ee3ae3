import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aimsWords, type CheckedMeeting, checkAims } from "#lib/decisions/domain/check-aims";
import { addMinutes } from "#lib/kernel/interval";
import { brokenRules } from "#lib/ranking/domain/broken-rules";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { layOut } from "#lib/ranking/domain/slot-table";

const aims = {
  ...{ minGapDays: 6, maxGapDays: null, maxPerWeek: 1, notBefore: null, notAfter: null },
  ...{ quorum: { A: 2, B: 1 }, must: [], never: [] },
};
const at = (id: string, start: string, able: readonly number[] = [2, 1]): CheckedMeeting => ({
  ...{ id, start: new Date(start), end: addMinutes(new Date(start), 120), missing: [] },
  sides: able.map((count, side) => ({ letter: "AB"[side] ?? "", able: count })),
});
const three = [
  at("one", "2027-03-16T13:00Z"),
  at("two", "2027-03-23T13:00Z"),
  at("three", "2027-03-30T12:00Z"),
];

describe("checkAims", () => {
  it("finds nothing where all is kept, also an hour less than a week across a clock change", () => {
    expect(checkAims(three, aims)).toEqual([]);
    expect(checkAims([], aims)).toEqual([]);
  });

  it("finds gaps, full weeks, sides without quorum, days outside, and required people who cannot attend", () => {
    const close = [
      at("two", "2027-03-18T13:00Z", [1, 1]),
      { ...at("one", "2027-03-16T13:00Z"), missing: ["Dev"] },
    ];
    expect(checkAims(close, { ...aims, notBefore: "2027-03-17", notAfter: "2027-03-17" })).toEqual([
      { rule: "notBefore", slot: "one" },
      { rule: "required", slot: "one", person: "Dev" },
      { rule: "minGapDays", slot: "one", next: "two", days: 2, needed: 6 },
      { rule: "notAfter", slot: "two" },
      { rule: "quorum", slot: "two", side: "A", able: 1, needed: 2 },
      { rule: "maxPerWeek", slot: "two", needed: 1, meetings: 2 },
    ]);
    expect(checkAims(three, { ...aims, maxGapDays: 6.5 }).map(({ rule }) => rule)).toEqual([
      ...["maxGapDays", "maxGapDays"],
    ]);
  });

  it("counts nobody where nobody was asked", () => {
    expect(checkAims([{ ...at("one", "2027-03-16T13:00Z"), sides: null }], aims)).toEqual([]);
  });

  it("tells of one meeting only what it has a part in", () => {
    const meetings = [
      at("a", "2027-03-02T13:00Z"),
      at("b", "2027-03-03T13:00Z"),
      at("c", "2027-03-16T13:00Z"),
      at("d", "2027-03-17T13:00Z", [0, 1]),
    ];
    expect(checkAims(meetings, aims, "c").map(({ rule }) => rule)).toEqual(["minGapDays", "maxPerWeek"]);
    expect(checkAims(meetings, aims, "d").map(({ rule }) => rule)).toEqual([
      ...["minGapDays", "quorum", "maxPerWeek"],
    ]);
  });

  it("says the same of any series as the search does", () => {
    const day = fc.integer({ min: 0, max: 60 * 24 });
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 3, maxLength: 3 }),
        fc.nat(10),
        fc.integer({ min: 1, max: 3 }),
        (hours, minGapDays, maxPerWeek) => {
          const starts = hours
            .sort((a, b) => a - b)
            .map((hour) => new Date(Date.parse("2027-03-01T00:00Z") + hour * 3_600_000));
          const problem: SeriesProblem = {
            slots: starts.map((startsAt, index) => ({ id: `${index}`, startsAt, lengthMinutes: 30 })),
            people: [],
            rules: {
              ...{ meetings: 3, minGapDays, maxPerWeek, quorum: {}, reachOf: 1 },
              burdenByHour: Array.from({ length: 24 }, () => 0),
            },
          };
          const meetings = starts.map((start, index) => ({
            ...{ id: `${index}`, start, end: addMinutes(start, 30), sides: [], missing: [] },
          }));
          const found = checkAims(meetings, { ...aims, quorum: {}, minGapDays, maxPerWeek });
          const expected = brokenRules(problem, layOut(problem), [0, 1, 2]);
          const sorted = (rules: readonly object[]) => rules.map((rule) => JSON.stringify(rule)).sort();
          expect(sorted(found)).toEqual(sorted(expected));
        },
      ),
    );
  });
});

it("says it with the days of the meetings and the names of the groups", () => {
  const meetings = [at("one", "2027-03-16T13:00Z", [1, 1])];
  expect(aimsWords(meetings, checkAims(meetings, aims), (letter) => `SG ${letter}`)).toEqual([
    {
      key: "decisions.broken.quorum",
      values: { day: Date.parse("2027-03-16"), group: "SG A", needed: 2, able: 1 },
    },
  ]);
});
