import fc from "fast-check";
import { expect, it } from "vitest";
import { checkDecided } from "#lib/ranking/domain/check-decided";
import type { RankedPerson, SeriesProblem, SlotAnswer } from "#lib/ranking/domain/problem";
import { bruteForce } from "./brute-force.ts";
import { problems } from "./problems.ts";

const check = (problem: SeriesProblem) => checkDecided(problem, { clock: () => 0 });
const SAID: readonly SlotAnswer[] = ["yes", "ifNeedBe", "no"];

type Cell = { readonly person: string; readonly slot: string };

const missingIn = ({ people, slots }: SeriesProblem): Cell[] =>
  people.flatMap((person) =>
    slots
      .filter(({ id }) => !(person.answers && id in person.answers))
      .map(({ id }) => ({ person: person.id, slot: id })),
  );

const answered = (problem: SeriesProblem, cell: Cell, said: SlotAnswer): SeriesProblem => ({
  ...problem,
  people: problem.people.map((person) =>
    person.id === cell.person ? { ...person, answers: { ...person.answers, [cell.slot]: said } } : person,
  ),
});

/** The best series for every way in which the missing answers can be given. */
function everyEnd(problem: SeriesProblem): { ends: string[]; matters: Set<string> } {
  const cells = missingIn(problem);
  const matters = new Set<string>();
  const ends = (from: SeriesProblem, [cell, ...rest]: readonly Cell[]): string[] => {
    if (!cell) return [bruteForce(from)[0]?.slots.join() ?? ""];
    const [first = [], ...others] = SAID.map((said) => ends(answered(from, cell, said), rest));
    if (others.some((other) => other.join(";") !== first.join(";"))) matters.add(cell.person);
    return [...first, ...others.flat()];
  };
  return { ends: [...new Set(ends(problem, cells))], matters };
}

/** Problems in which at most four answers are missing: of people who said nothing, and single ones. */
const nearlyAnswered = fc
  .tuple(problems, fc.array(fc.tuple(fc.nat(6), fc.nat(5)), { maxLength: 4 }), fc.boolean())
  .map(([problem, holes, isWhole]) => {
    const slots = problem.slots.slice(0, isWhole ? 4 : 6);
    const people = problem.people.map((person, at): RankedPerson => {
      const isSilent = isWhole && at === 0;
      const open = isSilent
        ? []
        : holes.filter(([who]) => who === at && !isWhole).map(([, slot]) => `s${slot}`);
      const said = slots.filter(({ id }) => !isSilent && !open.includes(id));
      return { ...person, answers: Object.fromEntries(said.map(({ id }) => [id, answerOf(person, id)])) };
    });
    const rules = { ...problem.rules, meetings: Math.min(problem.rules.meetings, 3) };
    const inSlots = (ids?: readonly string[]) => ids?.filter((id) => slots.some((slot) => slot.id === id));
    return { ...problem, rules, slots, people, must: inSlots(problem.must), never: inSlots(problem.never) };
  });

const answerOf = (person: RankedPerson, id: string): SlotAnswer =>
  person.answers instanceof Uint8Array ? "no" : (person.answers?.[id] ?? "no");

it("says decided only when no answers can change the best series, and names everybody who can change it", () => {
  const seen = { decided: 0, saidDecided: 0, open: 0, named: 0, matter: 0 };
  fc.assert(
    fc.property(nearlyAnswered, (problem) => {
      const { ends, matters } = everyEnd(problem);
      const found = check(problem);
      if (found.isDecided) expect(ends).toHaveLength(1);
      expect(found.people).toEqual(expect.arrayContaining([...matters]));
      expect(found.best?.join() ?? "").toBe(bruteForce(problem)[0]?.slots.join() ?? "");
      if (ends.length === 1) seen.decided += 1;
      else seen.open += 1;
      seen.saidDecided += found.isDecided ? 1 : 0;
      if (!found.isDecided) seen.named += found.people.length;
      seen.matter += matters.size;
    }),
    { numRuns: 150, seed: 20_270_303 }, // the counts below hold for these problems
  );
  expect(seen.open).toBeGreaterThan(3);
  expect(seen.saidDecided).toBe(seen.decided);
  expect(seen.named).toBeLessThan(seen.matter * 1.5 + 1);
});
