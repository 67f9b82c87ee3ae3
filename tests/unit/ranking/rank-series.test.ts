import fc from "fast-check";
import { expect, it } from "vitest";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import { bruteForce } from "./brute-force.ts";
import { packed, problems } from "./problems.ts";

const rank = (problem: SeriesProblem) => rankSeries(problem, { clock: () => 0 });

it("finds the same five series as trying them all, whatever the rules and the order of the measures", () => {
  let possible = 0;
  fc.assert(
    fc.property(problems, (problem) => {
      const all = bruteForce(problem);
      if (all.length > 0) possible += 1;
      expect(rank(problem)).toMatchObject({ proof: "optimal", best: all.slice(0, 5) });
      expect(rank(problem).best).toEqual(all.slice(0, 5));
    }),
    { numRuns: 400 },
  );
  expect(possible).toBeGreaterThan(40);
});

it("finds the same whether answers come by slot or packed", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const people = problem.people.map((person) => packed(person, problem.slots.length));
      expect(rank({ ...problem, people })).toEqual(rank(problem));
    }),
  );
});

it("finds the same whatever the order of people and slots", () => {
  fc.assert(
    fc.property(problems, fc.infiniteStream(fc.nat()), (problem, keys) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const shuffled = { ...problem, people: shuffle(problem.people), slots: shuffle(problem.slots) };
      expect(rank(shuffled).best).toEqual(rank(problem).best);
    }),
  );
});

it("never finds a smaller reach or attendance when somebody becomes free", () => {
  fc.assert(
    fc.property(problems, fc.nat(6), fc.nat(8), (problem, who, when) => {
      const people = problem.people.map((person, at) =>
        at === who ? { ...person, answers: { ...person.answers, [`s${when}`]: "yes" as const } } : person,
      );
      for (const measure of ["reach", "attendance"] as const) {
        const before = rank({ ...problem, order: [measure] }).best[0];
        const after = rank({ ...problem, people, order: [measure] }).best[0];
        if (before) expect(after?.[measure]).toBeGreaterThanOrEqual(before[measure]);
      }
    }),
  );
});
