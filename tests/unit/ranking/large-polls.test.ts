import { expect, it } from "vitest";
import { newBitCounter } from "#lib/ranking/domain/bit-counter";
import { countBits } from "#lib/ranking/domain/measure";
import type { Measure } from "#lib/ranking/domain/problem";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import { noisyPoll } from "../../support/noisy-poll.ts";
import { bruteForce } from "./brute-force.ts";

const ORDERS: readonly (readonly Measure[])[] = [
  ["reach", "attendance", "worstZone", "totalBurden", "earliest"],
  ["attendance", "reach"],
  ["worstZone", "reach", "earliest"],
  ["totalBurden", "worstZone", "attendance"],
  ["earliest"],
];

it("finds the same as trying them all when people fill many words and slots weeks", () => {
  for (const order of ORDERS)
    for (const people of [64, 65, 130]) {
      const problem = { ...noisyPoll({ slots: 14, people, meetings: 3 }), order };

      expect(rankSeries(problem, { clock: () => 0 }).best).toEqual(bruteForce(problem).slice(0, 5));
    }
});

it("finds as many series as are asked for", () => {
  const problem = noisyPoll({ slots: 20, people: 30, meetings: 2 });

  expect(rankSeries(problem, { clock: () => 0, best: 12 }).best).toEqual(bruteForce(problem).slice(0, 12));
});

it("ends in time with a gap that the true best does not exceed", () => {
  const problem = noisyPoll({ slots: 200, people: 300, meetings: 3 });
  const [proven] = rankSeries(problem, { clock: () => 0 }).best;
  for (const looks of [0, 3, 50]) {
    let time = 0;
    const { best, proof } = rankSeries(problem, { clock: () => (time += 1), timeLimitMs: looks });
    const [found] = best;
    if (proof === "optimal" || !proven || !found) throw new Error("expected a gap and a series");
    const missed = { reach: proven.reach - found.reach, attendance: proven.attendance - found.attendance };

    expect(["reach", "attendance"]).toContain(proof.measure);
    if (proof.measure === "reach") expect(missed.reach).toBeLessThanOrEqual(proof.gap);
    else expect(missed.reach).toBe(0);
    if (proof.measure === "attendance") expect(missed.attendance).toBeLessThanOrEqual(proof.gap);
  }
});

it("tells how far it came, from nothing towards all", () => {
  const shares: number[] = [];
  rankSeries(noisyPoll({ slots: 60, people: 70, meetings: 3 }), {
    ...{ clock: () => 0, onProgress: (share) => shares.push(share) },
  });

  expect(shares[0]).toBe(0);
  expect(shares.length).toBeGreaterThan(10);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(Math.max(...shares)).toBeLessThan(1);
});

it("counts the bits that sets have in common with a mask, for any number of words", () => {
  for (const words of [2, 4, 32, 200]) {
    const counter = newBitCounter(9, words);
    for (let at = 0; at < counter.sets.length; at += 1) counter.sets[at] = Math.imul(at + 1, 0x9e3779b1);
    for (let at = 0; at < words; at += 1) counter.mask[at] = Math.imul(at + 7, 0x85ebca6b);
    const expected = Array.from({ length: 9 }, (_, set) =>
      counter.mask.reduce(
        (sum, word, at) => sum + countBits(word & (counter.sets[set * words + at] ?? 0)),
        0,
      ),
    );

    expect(counter.count(2, 8)).toBe(Math.max(...expected.slice(2)));
    expect([...counter.counts.subarray(2)]).toEqual(expected.slice(2));
    expect([...counter.counts.subarray(0, 2)]).toEqual([0, 0]);
  }
});
