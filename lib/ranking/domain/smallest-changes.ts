import { eligibleSlots } from "./eligible-slots.ts";
import type { SeriesProblem, SeriesRules } from "./problem.ts";
import type { SmallestChange } from "./ranking.ts";
import type { SlotTable } from "./slot-table.ts";
import { finisher, laySteps } from "./steps.ts";

const DAY = 86_400_000;
/** So many single slots are tried at most. */
const MOST_SLOTS = 100;
/** So many required people are let go at most, one at a time. */
const MOST_PEOPLE = 100;

/** A change, and how much it asks of the co-chairs: about one for a person or a day. */
type Weighed = { readonly change: SmallestChange; readonly weight: number };

/**
 * The changes of one rule alone, each by as little as possible, after which at least one series is possible; the
 * smallest first. Empty when no rule alone stands in the way.
 */
export function smallestChanges(problem: SeriesProblem, table: SlotTable): SmallestChange[] {
  const works = (rules: Partial<SeriesRules>) =>
    hasSeries({ ...problem, rules: { ...problem.rules, ...rules } }, table);
  return [
    ...smallerQuorums(problem.rules, works),
    ...otherNumbers(problem.rules, table, works),
    ...widerWindow(problem.rules, table, works),
    ...releasedPeople(problem, table),
    ...freedSlots(problem, table),
  ]
    .sort((a, b) => a.weight - b.weight)
    .map(({ change }) => change);
}

/** Whether at least one series keeps every rule. */
export function hasSeries(problem: SeriesProblem, table: SlotTable): boolean {
  const steps = laySteps(problem, table, eligibleSlots(problem, table));
  return steps !== null && finisher(steps)({ last: -1, inWeek: 0, left: steps.meetings });
}

type Test<Value> = (value: Value) => boolean;

/** The first of the values, from the smallest change to the largest, with which it works; undefined when none does. */
function firstThatWorks<Value>(values: readonly Value[], works: Test<Value>): Value | undefined {
  const last = values.at(-1);
  if (last === undefined || !works(last)) return undefined;
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && works(value)) high = middle;
    else low = middle + 1;
  }
  return values[low];
}

const downFrom = (from: number, to: number) =>
  Array.from({ length: Math.max(0, Math.ceil(from) - to) }, (_, step) => Math.ceil(from) - 1 - step);
const upFrom = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - Math.floor(from)) }, (_, step) => Math.floor(from) + 1 + step);

function smallerQuorums({ quorum }: SeriesRules, works: Test<Partial<SeriesRules>>): Weighed[] {
  return Object.entries(quorum).flatMap(([side, from]) => {
    const to = firstThatWorks(downFrom(from, 0), (least) => works({ quorum: { ...quorum, [side]: least } }));
    return to === undefined
      ? []
      : [{ change: { rule: "quorum", side, from, to } as const, weight: from - to }];
  });
}

function otherNumbers(rules: SeriesRules, table: SlotTable, works: Test<Partial<SeriesRules>>): Weighed[] {
  const { minGapDays, maxGapDays, maxPerWeek, meetings } = rules;
  const days = Math.ceil(((table.starts.at(-1) ?? 0) - (table.starts[0] ?? 0)) / DAY);
  const change = (
    rule: "minGapDays" | "maxGapDays" | "maxPerWeek" | "meetings",
    { from, values, each }: { from: number | undefined; values: readonly number[]; each: number },
  ): Weighed[] => {
    const to = firstThatWorks(values, (value) => works({ [rule]: value }));
    if (from === undefined || to === undefined) return [];
    return [{ change: { rule, from, to }, weight: Math.abs(from - to) * each }];
  };
  return [
    ...change("minGapDays", { from: minGapDays, values: downFrom(minGapDays, 0), each: 1 }),
    ...change("maxGapDays", { from: maxGapDays, values: upFrom(maxGapDays ?? days, days), each: 1 }),
    ...change("maxPerWeek", { from: maxPerWeek, values: upFrom(maxPerWeek ?? meetings, meetings), each: 3 }),
    ...change("meetings", { from: meetings, values: downFrom(meetings, 1), each: 30 }),
  ];
}

function widerWindow(
  { notBefore, notAfter }: SeriesRules,
  table: SlotTable,
  works: Test<Partial<SeriesRules>>,
): Weighed[] {
  const change = (
    rule: "notBefore" | "notAfter",
    { from, instants }: { from: Date | undefined; instants: readonly number[] },
  ): Weighed[] => {
    const to = firstThatWorks(instants, (instant) => works({ [rule]: new Date(instant) }));
    if (!from || to === undefined) return [];
    return [{ change: { rule, from, to: new Date(to) }, weight: Math.abs(to - from.getTime()) / DAY }];
  };
  const earlier = [...table.starts].filter((start) => notBefore && start < notBefore.getTime());
  const later = [...table.ends].filter((end) => notAfter && end > notAfter.getTime());
  return [
    ...change("notBefore", { from: notBefore, instants: earlier.sort((a, b) => b - a) }),
    ...change("notAfter", { from: notAfter, instants: later.sort((a, b) => a - b) }),
  ];
}

function releasedPeople(problem: SeriesProblem, table: SlotTable): Weighed[] {
  const required = problem.people.flatMap((person, index) =>
    person.required ? [{ id: person.id, index }] : [],
  );
  return required.slice(0, MOST_PEOPLE).flatMap(({ id, index }) => {
    const others = table.required.slice();
    others[index >>> 5] = (others[index >>> 5] ?? 0) & ~(1 << (index & 31));
    if (!hasSeries(problem, { ...table, required: others })) return [];
    return [{ change: { rule: "required", person: id } as const, weight: 3 }];
  });
}

function freedSlots(problem: SeriesProblem, table: SlotTable): Weighed[] {
  const free = (id: string): SlotTable => ({
    ...table,
    slots: table.slots.map((slot) => (slot.id === id ? { ...slot, blocked: false } : slot)),
  });
  const others = (ids: readonly string[] = [], id: string) => ids.filter((other) => other !== id);
  const blocked = table.slots.filter((slot) => slot.blocked).map(({ id }) => id);
  const isPossible = {
    blocked: (id: string) => hasSeries(problem, free(id)),
    must: (id: string) => hasSeries({ ...problem, must: others(problem.must, id) }, table),
    never: (id: string) => hasSeries({ ...problem, never: others(problem.never, id) }, table),
  };
  const freed = (rule: "blocked" | "must" | "never", ids: readonly string[] = []): Weighed[] =>
    ids
      .slice(0, MOST_SLOTS)
      .filter(isPossible[rule])
      .map((slot) => ({ change: { rule, slot }, weight: 3 }));
  return [...freed("blocked", blocked), ...freed("must", problem.must), ...freed("never", problem.never)];
}
