import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinAnswers, type Matrix, readMatrix, writeMatrix } from "#lib/scheduling/domain/matrix-bytes";
import { arrangePeople, cellAt, sumSides } from "#lib/scheduling/domain/matrix-rows";
import { type Answer, packAnswers } from "#lib/scheduling/domain/packed-answers";

const ANSWERS: readonly (Answer | null)[] = [null, "yes", "if_need_be", "no"];
const STATES = ["none", "part", "all", "hidden"] as const;

/** A matrix of people with random answers to slots with gaps between their ordinals. */
const matrices = fc
  .record({
    slots: fc.integer({ min: 0, max: 20 }),
    people: fc.array(
      fc.record({
        name: fc.string({ unit: "grapheme", maxLength: 12 }),
        side: fc.integer({ min: 0, max: 1 }),
        zone: fc.integer({ min: 0, max: 1 }),
        groups: fc.subarray([0, 1]),
        state: fc.constantFrom(...STATES),
        enteredBy: fc.option(fc.string()),
        answers: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 20 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ slots, people }) => {
    const ordinals = Array.from({ length: slots }, (_, index) => index * 2);
    const said = people.map(({ answers, state }) =>
      state === "none" || state === "hidden"
        ? []
        : ordinals.map((_, index) => ANSWERS[answers[index] ?? 0] ?? null),
    );
    const stride = Math.ceil((slots * 2) / 4);
    const packed = said.map((row) =>
      packAnswers(
        new Map(row.flatMap((answer, index) => (answer ? [[ordinals[index] ?? 0, answer] as const] : []))),
      ),
    );
    const matrix: Matrix = {
      ...{ stamp: "1.open", stride, zones: ["Asia/Seoul", "UTC"], groups: ["Q1/2", "Q6/20"] },
      slots: ordinals.map((ordinal) => ({ ordinal, startsAt: ordinal * 3_600_000, lengthMinutes: 60 })),
      sides: [
        { letter: "A", group: "SG2" },
        { letter: "B", group: "SG20" },
      ],
      people: people.map(({ answers: _answers, ...person }) => person),
      answers: joinAnswers(packed, stride),
    };
    return { matrix, said };
  });

const ALL = { name: "", side: null, group: null, zone: null, order: "name" } as const;

describe("the matrix as bytes", () => {
  it("is read as it was written, whatever names and answers it holds", () => {
    fc.assert(
      fc.property(matrices, ({ matrix }) => {
        expect(readMatrix(writeMatrix(matrix))).toEqual(matrix);
      }),
    );
  });

  it("needs two bits an answer: 1,000 people and 200 slots are 50,000 bytes", () => {
    expect(joinAnswers(Array(1_000).fill(new Uint8Array(50)), 50)).toHaveLength(50_000);
  });
});

describe("what is read of it", () => {
  it("is each person's answer to each slot", () => {
    fc.assert(
      fc.property(matrices, ({ matrix, said }) => {
        said.forEach((row, person) =>
          row.forEach((answer, slot) => expect(cellAt(matrix, person, slot)).toBe(answer ?? "none")),
        );
      }),
    );
  });

  it("is a mark and no answer where it is hidden", () => {
    const matrix = readMatrix(
      writeMatrix({
        ...{ stamp: "", stride: 1, zones: ["UTC"], groups: [], sides: [{ letter: "A", group: "SG2" }] },
        slots: [{ ordinal: 0, startsAt: 0, lengthMinutes: 60 }],
        people: [{ name: "Ann", side: 0, zone: 0, groups: [], state: "hidden", enteredBy: null }],
        answers: new Uint8Array(1),
      }),
    );
    expect(cellAt(matrix, 0, 0)).toBe("hidden");
  });

  it("is summed for each side over the people shown", () => {
    fc.assert(
      fc.property(matrices, ({ matrix, said }) => {
        const places = arrangePeople(matrix, { ...ALL, zone: "UTC" });
        const sums = sumSides(matrix, places);
        matrix.slots.forEach((_, slot) =>
          [0, 1].forEach((side) => {
            const able = places.filter((place) => {
              const answer = said[place]?.[slot];
              return matrix.people[place]?.side === side && (answer === "yes" || answer === "if_need_be");
            });
            expect(sums[side]?.[slot]).toBe(able.length);
          }),
        );
      }),
    );
  });
});

describe("the people shown", () => {
  it("are those who fit, each once, in every order", () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom("name", "able", "missing"), ({ matrix }, order) => {
        const places = arrangePeople(matrix, { ...ALL, side: "B", group: "Q1/2", order });
        const fitting = matrix.people.flatMap(({ side, groups }, place) =>
          side === 1 && groups.includes(0) ? [place] : [],
        );
        expect(places.toSorted((a, b) => a - b)).toEqual(fitting);
      }),
    );
  });

  it("are found by a part of the name, and stand with the most able or the missing first", () => {
    const person = (name: string, state: "none" | "all") => ({
      ...{ name, side: 0, zone: 0, groups: [], state, enteredBy: null },
    });
    const matrix: Matrix = {
      ...{ stamp: "", stride: 1, zones: ["UTC"], groups: [], sides: [{ letter: "A", group: "SG2" }] },
      slots: [0, 1].map((ordinal) => ({ ordinal, startsAt: 0, lengthMinutes: 60 })),
      people: [person("Ann", "all"), person("Bo", "none"), person("Hannah", "all")],
      answers: new Uint8Array([0b01, 0, 0b10_01]),
    };
    expect(arrangePeople(matrix, { ...ALL, name: " ann" })).toEqual([0, 2]);
    expect(arrangePeople(matrix, { ...ALL, order: "able" })).toEqual([2, 0, 1]);
    expect(arrangePeople(matrix, { ...ALL, order: "missing" })).toEqual([1, 0, 2]);
  });
});
