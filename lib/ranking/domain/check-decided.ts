import { eligibleSlots } from "./eligible-slots.ts";
import { compareKeys, keyOf, measureSeries } from "./measure.ts";
import { type SeriesProblem, USUAL_ORDER } from "./problem.ts";
import { searchSeries } from "./search-series.ts";
import { layOut, type SlotTable } from "./slot-table.ts";

/** Whether missing answers can still change which series is best. */
export type Decidedness = {
  /** The best series with the answers so far; null when none is possible. */
  readonly best: readonly string[] | null;
  /** No missing answer can change the best series, whatever is answered. Never said when it is not so. */
  readonly isDecided: boolean;
  /** Ids of the people whose missing answers can still change it. */
  readonly people: readonly string[];
  /** Ids of the slots to which a missing answer can still change it. */
  readonly slots: readonly string[];
};

export type DecidedOptions = {
  readonly clock: () => number;
  /** After this time whatever is not known counts as able to change the result; 5,000 when missing. */
  readonly timeLimitMs?: number;
};

/** The same slots with what is missing counted as no, and as yes. */
type Tables = { readonly least: SlotTable; readonly most: SlotTable };

/** With more series than these that could still win, all people with a missing answer are named. */
const MOST_RIVALS = 2_000;
const USUAL_LIMIT_MS = 5_000;

/**
 * Tells whether the best series can still change, and through whom.
 *
 * A missing answer counts as no, so with more answers the best series of today stays possible and never gets worse.
 * It can only be overtaken. A rival overtakes it at best when everybody is free for what it has alone and nobody for
 * what the best one has alone; answers to the meetings they share are chosen person by person for the rival.
 *
 * @see docs/decisions/0016-choosing-the-series.md
 */
export function checkDecided(problem: SeriesProblem, options: DecidedOptions): Decidedness {
  const began = options.clock();
  const isOver = () => options.clock() - began > (options.timeLimitMs ?? USUAL_LIMIT_MS);
  const tables: Tables = { least: layOut(problem), most: layOut(problem, "yes") };
  const now = searchSeries(problem, tables.least, { most: 1, isOver });
  const best = now.best[0]?.series ?? null;
  const rivals = now.open ? null : findRivals(problem, tables, { best, isOver });
  const found = { best: best && idsOf(tables, best) };
  if (rivals?.length === 0) return { ...found, isDecided: true, people: [], slots: [] };
  const open = rivals?.flat() ?? eligibleSlots(problem, tables.most);
  return { ...found, isDecided: false, ...stillMissing(tables, [...(best ?? []), ...open]) };
}

const idsOf = ({ least }: Tables, places: readonly number[]) =>
  places.map((place) => least.slots[place]?.id ?? "");

/** All series that could become the best one; null when there are too many to tell. */
function findRivals(
  problem: SeriesProblem,
  { least, most }: Tables,
  { best, isOver }: { best: readonly number[] | null; isOver: () => boolean },
): (readonly number[])[] | null {
  const attendance = most.attendance.slice();
  for (const place of best ?? []) attendance[place] = least.attendance[place] ?? 0;
  const below = best ? { below: keyOfSeries(problem, least, best) } : {};
  const table = { ...most, attendance };
  const found = searchSeries(problem, table, { most: MOST_RIVALS, isOver, ...below });
  if (found.open || found.best.length === MOST_RIVALS) return null;
  const rivals = found.best.map(({ series }) => series);
  return best ? rivals.filter((series) => canOvertake(problem, { least, most }, { series, best })) : rivals;
}

function keyOfSeries(problem: SeriesProblem, table: SlotTable, series: readonly number[]): number[] {
  const measured = measureSeries(table, series, problem.rules.reachOf);
  return keyOf(table, problem.order ?? USUAL_ORDER, { series, measured });
}

type Contest = { readonly series: readonly number[]; readonly best: readonly number[] };

/** Whether some answers make `series` better than `best`. Exact: one choice of answers is best for it in every measure. */
function canOvertake(problem: SeriesProblem, tables: Tables, { series, best }: Contest): boolean {
  const { least, most } = tables;
  const { order = USUAL_ORDER, rules } = problem;
  const sum = (table: SlotTable, places: readonly number[]) =>
    places.reduce((total, place) => total + (table.attendance[place] ?? 0), 0);
  const own = series.filter((place) => !best.includes(place));
  const lost = best.filter((place) => !series.includes(place));
  const bestMeasured = {
    ...measureSeries(least, best, rules.reachOf),
    reach: 0,
    attendance: sum(least, lost),
  };
  const measured = {
    ...measureSeries(least, series, rules.reachOf),
    reach: reachAhead(problem, tables, { series, best }),
    attendance: sum(most, own),
  };
  const key = keyOf(least, order, { series, measured });
  return compareKeys(key, keyOf(least, order, { series: best, measured: bestMeasured })) < 0;
}

/** By how many people `series` reaches more than `best` at most. */
function reachAhead({ rules }: SeriesProblem, { least, most }: Tables, { series, best }: Contest): number {
  const shared = series.filter((place) => best.includes(place));
  const own = series.filter((place) => !best.includes(place));
  const lost = best.filter((place) => !series.includes(place));
  const count = (table: SlotTable, places: readonly number[], person: number) =>
    places.filter((place) => isAble(table, place, person)).length;
  let ahead = 0;
  for (let person = 0; person < least.people.length; person += 1) {
    const known = count(least, shared, person);
    const ours = known + count(most, own, person);
    const theirs = known + count(least, lost, person);
    const free = count(most, shared, person) - known;
    ahead += aheadOf({ ours, theirs, free }, rules.reachOf);
  }
  return ahead;
}

/** 1 when one person can be reached by us and not by them, with up to `free` more meetings for both; -1 at worst. */
function aheadOf(
  { ours, theirs, free }: { ours: number; theirs: number; free: number },
  reachOf: number,
): number {
  let ahead = -1;
  for (let more = 0; more <= free; more += 1)
    ahead = Math.max(ahead, Number(ours + more >= reachOf) - Number(theirs + more >= reachOf));
  return ahead;
}

function isAble(table: SlotTable, place: number, person: number): boolean {
  return (((table.able[place * table.words + (person >>> 5)] ?? 0) >>> (person & 31)) & 1) === 1;
}

function isMissing({ least, most }: Tables, place: number, person: number): boolean {
  return isAble(most, place, person) && !isAble(least, place, person);
}

/** Who has not answered to some of these slots, and which these are. */
function stillMissing(tables: Tables, places: readonly number[]): Pick<Decidedness, "people" | "slots"> {
  const slots = [...new Set(places)].sort((a, b) => a - b);
  const people = [...tables.least.people.keys()];
  const byPerson = (person: number) => slots.some((place) => isMissing(tables, place, person));
  const atSlot = (place: number) => people.some((person) => isMissing(tables, place, person));
  return {
    people: people.filter(byPerson).map((person) => tables.least.people[person]?.id ?? ""),
    slots: idsOf(tables, slots.filter(atSlot)),
  };
}
