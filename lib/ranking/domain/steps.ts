import type { SeriesProblem } from "./problem.ts";
import type { SlotTable } from "./slot-table.ts";

const DAY = 86_400_000;

/**
 * How one goes from meeting to meeting. All numbers are places among the eligible slots, which are in time order, so
 * that what may follow is always one range of them. `size` stands for "none".
 */
export type Steps = {
  /** Place in the table of each eligible slot. */
  readonly places: readonly number[];
  readonly size: number;
  readonly meetings: number;
  /** First that is late enough after one. */
  readonly first: Int32Array;
  /** Last that is soon enough after one. */
  readonly last: Int32Array;
  /** First of a later week. */
  readonly nextWeek: Int32Array;
  readonly mostPerWeek: number;
  /** First slot from a place on that every series contains. */
  readonly nextMust: Int32Array;
  /** How many slots from a place on every series contains. */
  readonly mustsFrom: Int32Array;
};

/** The steps between the eligible slots; null when a slot that must be taken is not eligible. */
export function laySteps(problem: SeriesProblem, table: SlotTable, places: readonly number[]): Steps | null {
  const { rules } = problem;
  const size = places.length;
  const musts = layMusts(problem, table, places);
  if (!musts) return null;
  const starts = places.map((place) => table.starts[place] ?? 0);
  const weeks = places.map((place) => table.weeks[place] ?? 0);
  const gap = (at: number, next: number) => (starts[next] ?? 0) - (starts[at] ?? 0);
  const mostPerWeek = Math.min(rules.maxPerWeek ?? rules.meetings, rules.meetings);
  const isLater = (at: number, next: number) => weeks[next] !== weeks[at];
  const isFar = (at: number, next: number) =>
    gap(at, next) >= rules.minGapDays * DAY && (mostPerWeek > 1 || rules.meetings === 1 || isLater(at, next));
  const longest = (rules.maxGapDays ?? Number.POSITIVE_INFINITY) * DAY;
  const firstAfter = (holds: (at: number, next: number) => boolean) =>
    Int32Array.from(places, (_, at) => {
      let next = at + 1;
      while (next < size && !holds(at, next)) next += 1;
      return next;
    });
  return {
    ...{ places, size, meetings: rules.meetings, mostPerWeek, ...musts },
    first: firstAfter(isFar),
    last: firstAfter((at, next) => gap(at, next) > longest).map((next) => next - 1),
    nextWeek: firstAfter(isLater),
  };
}

function layMusts(problem: SeriesProblem, table: SlotTable, places: readonly number[]) {
  const size = places.length;
  const musts = new Set(problem.must ?? []);
  const isMust = places.map((place) => musts.has(table.slots[place]?.id ?? ""));
  if (isMust.filter(Boolean).length < musts.size) return null;
  const nextMust = new Int32Array(size + 1).fill(size);
  const mustsFrom = new Int32Array(size + 1);
  for (let at = size - 1; at >= 0; at -= 1) {
    nextMust[at] = isMust[at] ? at : (nextMust[at + 1] ?? size);
    mustsFrom[at] = (mustsFrom[at + 1] ?? 0) + (isMust[at] ? 1 : 0);
  }
  return { nextMust, mustsFrom };
}

/** Where a series stands: its last meeting (-1 before the first), how many are in its week, how many are to come. */
export type Standing = { readonly last: number; readonly inWeek: number; readonly left: number };

/** From where to where (inclusive) the next meeting may be; empty when `from` is larger. */
export type Range = { readonly from: number; readonly to: number };

const EMPTY: Range = { from: 1, to: 0 };

/** Where the next meeting may be. Whether the series can be finished from there is another question. */
export function nextRange(steps: Steps, { last, inWeek, left }: Standing): Range {
  const { size } = steps;
  const must = steps.nextMust[last + 1] ?? size;
  const musts = steps.mustsFrom[last + 1] ?? 0;
  if (musts > left) return EMPTY;
  const [earliest, latest] =
    last < 0 ? [0, size - 1] : [earliestAfter(steps, last, inWeek), steps.last[last] ?? size];
  return { from: musts === left ? Math.max(earliest, must) : earliest, to: Math.min(latest, must, size - 1) };
}

function earliestAfter(steps: Steps, last: number, inWeek: number): number {
  const late = steps.first[last] ?? steps.size;
  return inWeek < steps.mostPerWeek ? late : Math.max(late, steps.nextWeek[last] ?? steps.size);
}

/** Where a series stands after one more meeting. */
export function stepTo(steps: Steps, { last, inWeek, left }: Standing, next: number): Standing {
  const isSameWeek = last >= 0 && next < (steps.nextWeek[last] ?? steps.size);
  return { last: next, inWeek: isSameWeek ? inWeek + 1 : 1, left: left - 1 };
}

const YES = 1;
const NO = 2;

/** Tells whether a series can be finished from where it stands: exactly, for gaps, weeks and slots that must be in. */
export function finisher(steps: Steps): (standing: Standing) => boolean {
  const width = steps.mostPerWeek + 1;
  const depth = steps.meetings + 1;
  const known = new Uint8Array((steps.size + 1) * width * depth);
  const canFinish = (standing: Standing): boolean => {
    const { last, inWeek, left } = standing;
    if (left === 0) return (steps.mustsFrom[last + 1] ?? 0) === 0;
    const key = ((last + 1) * width + inWeek) * depth + left;
    if (known[key] !== 0) return known[key] === YES;
    const { from, to } = nextRange(steps, standing);
    let found = false;
    for (let next = from; next <= to && !found; next += 1) found = canFinish(stepTo(steps, standing, next));
    known[key] = found ? YES : NO;
    return found;
  };
  return canFinish;
}
