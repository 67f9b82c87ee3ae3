import type { SeriesProblem } from "./problem.ts";
import type { SlotTable } from "./slot-table.ts";

const DAY = 86_400_000;

/**
 * How one goes from meeting to meeting. All numbers are places among the eligible slots, which are in time order, so
 * that what may follow is always one range of them.
 */
export type Steps = {
  /** Place in the table of each eligible slot. */
  readonly places: readonly number[];
  readonly meetings: number;
  /** First that is late enough after one. */
  readonly first: Int32Array;
  /** Last that is soon enough after one. */
  readonly last: Int32Array;
  /** First of a later week. */
  readonly nextWeek: Int32Array;
  readonly weeks: Int32Array;
  readonly mostPerWeek: number;
  /** First slot from a place on that every series contains; the number of slots when there is none. */
  readonly nextMust: Int32Array;
  /** How many slots from a place on every series contains. */
  readonly mustsFrom: Int32Array;
};

/** The steps between the eligible slots; null when a slot that must be taken is not eligible. */
export function laySteps(problem: SeriesProblem, table: SlotTable, places: readonly number[]): Steps | null {
  const { rules } = problem;
  const musts = new Set(problem.must ?? []);
  const isMust = places.map((place) => musts.has(table.slots[place]?.id ?? ""));
  if (isMust.filter(Boolean).length < musts.size) return null;
  const starts = places.map((place) => table.starts[place] ?? 0);
  const weeks = Int32Array.from(places, (place) => table.weeks[place] ?? 0);
  const size = places.length;
  const nextMust = new Int32Array(size + 1).fill(size);
  const mustsFrom = new Int32Array(size + 1);
  for (let at = size - 1; at >= 0; at -= 1) {
    nextMust[at] = isMust[at] ? at : (nextMust[at + 1] ?? size);
    mustsFrom[at] = (mustsFrom[at + 1] ?? 0) + (isMust[at] ? 1 : 0);
  }
  const from = (at: number, isFar: (other: number) => boolean) => {
    let next = at + 1;
    while (next < size && !isFar(next)) next += 1;
    return next;
  };
  const gap = (at: number, next: number) => (starts[next] ?? 0) - (starts[at] ?? 0);
  const longest = (rules.maxGapDays ?? Number.POSITIVE_INFINITY) * DAY;
  return {
    ...{ places, meetings: rules.meetings, weeks, nextMust, mustsFrom },
    first: Int32Array.from(places, (_, at) => from(at, (next) => gap(at, next) >= rules.minGapDays * DAY)),
    last: Int32Array.from(places, (_, at) => from(at, (next) => gap(at, next) > longest) - 1),
    nextWeek: Int32Array.from(places, (_, at) => from(at, (next) => weeks[next] !== weeks[at])),
    mostPerWeek: rules.maxPerWeek ?? Number.POSITIVE_INFINITY,
  };
}

/** From where to where (inclusive) the next meeting may be; empty when `from` is larger. */
export type Range = { readonly from: number; readonly to: number };

/**
 * Where the next meeting may be after `chosen` (places, in time order). Only the next step is looked at; whether the
 * series can be finished from there is another question.
 */
export function nextRange(steps: Steps, chosen: readonly number[]): Range {
  const size = steps.places.length;
  const at = chosen.at(-1);
  const unseen = at === undefined ? 0 : at + 1;
  const must = steps.nextMust[unseen] ?? size;
  const left = steps.meetings - chosen.length;
  const musts = steps.mustsFrom[unseen] ?? 0;
  if (musts > left) return { from: 1, to: 0 };
  const earliest = at === undefined ? 0 : Math.max(steps.first[at] ?? size, afterFullWeek(steps, chosen));
  const latest = at === undefined ? size - 1 : (steps.last[at] ?? size - 1);
  return { from: musts === left ? Math.max(earliest, must) : earliest, to: Math.min(latest, must, size - 1) };
}

/** The first place of a later week when the week of the last meeting is full; else 0. */
function afterFullWeek({ weeks, nextWeek, mostPerWeek }: Steps, chosen: readonly number[]): number {
  const at = chosen.at(-1) ?? 0;
  const inWeek = chosen.filter((other) => weeks[other] === weeks[at]).length;
  return inWeek >= mostPerWeek ? (nextWeek[at] ?? 0) : 0;
}
