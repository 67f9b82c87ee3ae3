import fc from "fast-check";
import { expect, it } from "vitest";
import { brokenRules } from "#lib/ranking/domain/broken-rules";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import type { SmallestChange } from "#lib/ranking/domain/ranking";
import { layOut } from "#lib/ranking/domain/slot-table";
import { bruteForce, choose } from "./brute-force.ts";
import { problems } from "./problems.ts";

const rank = (problem: SeriesProblem) => rankSeries(problem, { clock: () => 0 });

const DAY = 86_400_000;
const at = (day: number) => new Date(Date.UTC(2027, 0, 4, 12) + day * DAY);
const daily = (count: number) =>
  Array.from({ length: count }, (_, day) => ({ id: `d${day}`, startsAt: at(day), lengthMinutes: 60 }));
const asked = (id: string, side: string, able: readonly string[]) => ({
  ...{ id, side, zone: "Europe/Zurich" },
  answers: Object.fromEntries(able.map((slot) => [slot, "yes" as const])),
});
const RULES = { meetings: 2, minGapDays: 1, quorum: {}, reachOf: 1, burdenByHour: Array<number>(24).fill(0) };

it("names the nearest series exactly when no series is possible, with the fewest rules broken of all series", () => {
  let impossible = 0;
  fc.assert(
    fc.property(problems, (problem) => {
      const { best, nearest } = rank(problem);
      expect(nearest === null).toBe(best.length > 0);
      if (!nearest) return;
      impossible += 1;
      const table = layOut(problem);
      const all = choose([...table.slots.keys()], Math.min(problem.rules.meetings, table.slots.length));
      const fewest = Math.min(...all.map((series) => brokenRules(problem, table, series).length));
      expect(nearest.broken.length).toBe(fewest);
      expect(fewest).toBeGreaterThan(0);
      expect(nearest.broken.length > 1 || nearest.changes.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(impossible).toBeGreaterThan(50);
});

it("says of each change only what makes a series possible", () => {
  let changes = 0;
  fc.assert(
    fc.property(problems, (problem) => {
      for (const change of rank(problem).nearest?.changes ?? []) {
        changes += 1;
        expect(bruteForce(withChange(problem, change)).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
  expect(changes).toBeGreaterThan(50);
});

it("counts who is missing for the quorum, and by how much it would have to be smaller", () => {
  const people = [asked("a", "A", ["d0", "d1"]), asked("b", "B", ["d0"]), asked("c", "B", ["d0", "d1"])];

  expect(rank({ slots: daily(2), people, rules: { ...RULES, quorum: { A: 1, B: 2 } } }).nearest).toEqual({
    slots: ["d0", "d1"],
    broken: [{ rule: "quorum", slot: "d1", side: "B", needed: 2, able: 1 }],
    changes: [
      { rule: "quorum", side: "B", from: 2, to: 1 },
      { rule: "meetings", from: 2, to: 1 },
    ],
  });
});

it("names the required person who is missing", () => {
  const people = [asked("a", "A", ["d0"]), asked("b", "B", ["d0", "d1"])].map((person) => ({
    ...person,
    required: true,
  }));
  const nearest = rank({ slots: daily(2), people, rules: RULES }).nearest;

  expect(nearest?.broken).toEqual([{ rule: "required", slot: "d1", person: "a" }]);
  expect(nearest?.changes[0]).toEqual({ rule: "required", person: "a" });
});

it("measures gaps in days and says which gap would do", () => {
  const nearest = rank({ slots: daily(5), people: [], rules: { ...RULES, minGapDays: 7 } }).nearest;

  expect(nearest?.slots).toEqual(["d0", "d4"]);
  expect(nearest?.broken).toEqual([{ rule: "minGapDays", slot: "d0", next: "d4", needed: 7, days: 4 }]);
  expect(nearest?.changes[0]).toEqual({ rule: "minGapDays", from: 7, to: 4 });
});

it("says how much later the series would have to end", () => {
  const nearest = rank({ slots: daily(3), people: [], rules: { ...RULES, notAfter: at(1) } }).nearest;

  expect(nearest?.broken).toEqual([{ rule: "notAfter", slot: "d1" }]);
  expect(nearest?.changes[0]).toMatchObject({ rule: "notAfter", to: new Date(at(1).getTime() + 3_600_000) });
});

it("says how many slots are missing when there are fewer than meetings", () => {
  const nearest = rank({ slots: daily(1), people: [], rules: RULES }).nearest;

  expect(nearest).toEqual({
    slots: ["d0"],
    broken: [{ rule: "meetings", needed: 2, offered: 1 }],
    changes: [{ rule: "meetings", from: 2, to: 1 }],
  });
});

function withChange(problem: SeriesProblem, change: SmallestChange): SeriesProblem {
  const { rules } = problem;
  const without = (ids: readonly string[] = [], id: string) => ids.filter((other) => other !== id);
  if (change.rule === "quorum")
    return { ...problem, rules: { ...rules, quorum: { ...rules.quorum, [change.side]: change.to } } };
  if (change.rule === "required") {
    const people = problem.people.map((person) =>
      person.id === change.person ? { ...person, required: false } : person,
    );
    return { ...problem, people };
  }
  if (change.rule === "must" || change.rule === "never")
    return { ...problem, [change.rule]: without(problem[change.rule], change.slot) };
  if ("to" in change) return { ...problem, rules: { ...rules, [change.rule]: change.to } };
  const slots = problem.slots.map((slot) => (slot.id === change.slot ? { ...slot, blocked: false } : slot));
  return { ...problem, slots };
}
