import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  answerAt,
  countPacked,
  packAnswers,
  unpackAnswers,
} from "#lib/scheduling/domain/packed-answers";

const answer = fc.constantFrom<Answer>("yes", "if_need_be", "no");
const answers = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 499 }), answer), { selector: ([ordinal]) => ordinal })
  .map((pairs) => new Map(pairs));

describe("packed answers", () => {
  it("come back as they went in, whatever the ordinals and gaps", () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(unpackAnswers(packAnswers(given))).toEqual(given);
      }),
    );
  });

  it("answer each slot alone, and null for a slot that was not answered or is beyond the last byte", () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 600 }), (given, ordinal) => {
        expect(answerAt(packAnswers(given), ordinal)).toBe(given.get(ordinal) ?? null);
      }),
    );
  });

  it("take two bits a slot and no byte more than the highest ordinal needs", () => {
    expect(packAnswers(new Map())).toHaveLength(0);
    expect(packAnswers(new Map([[3, "no"]]))).toEqual(new Uint8Array([0b11_00_00_00]));
    expect(packAnswers(new Map([[4, "yes"]]))).toEqual(new Uint8Array([0, 0b01]));
    expect(packAnswers(new Map(Array.from({ length: 200 }, (_, ordinal) => [ordinal, "yes"])))).toHaveLength(
      50,
    );
  });
});

describe("countPacked", () => {
  it("counts as one would by unpacking everybody", () => {
    const rows = fc.array(fc.option(answers, { nil: null }), { maxLength: 30 });
    const ordinals = fc.uniqueArray(fc.integer({ min: 0, max: 499 }), { maxLength: 20 });
    fc.assert(
      fc.property(rows, ordinals, (people, asked) => {
        const packed = people.map((given) => given && packAnswers(given));
        const count = (ordinal: number, wanted: Answer | undefined) =>
          people.filter((given) => given?.get(ordinal) === wanted).length;
        expect(countPacked(packed, asked)).toEqual(
          asked.map((ordinal) => ({
            yes: count(ordinal, "yes"),
            ifNeedBe: count(ordinal, "if_need_be"),
            no: count(ordinal, "no"),
            unanswered: count(ordinal, undefined),
          })),
        );
      }),
    );
  });

  it("counts nobody and nothing as nothing", () => {
    expect(countPacked([], [0])).toEqual([{ yes: 0, ifNeedBe: 0, no: 0, unanswered: 0 }]);
    expect(countPacked([null], [])).toEqual([]);
  });

  it("counts 1,000 people by 200 slots within a tenth of a second", () => {
    const packed = packAnswers(new Map(Array.from({ length: 200 }, (_, ordinal) => [ordinal, "yes"])));
    const ordinals = Array.from({ length: 200 }, (_, ordinal) => ordinal);
    const rows = Array.from({ length: 1_000 }, () => packed);
    const before = performance.now();
    const counts = countPacked(rows, ordinals);
    expect(performance.now() - before).toBeLessThan(100);
    expect(counts[199]).toEqual({ yes: 1_000, ifNeedBe: 0, no: 0, unanswered: 0 });
  });
});
