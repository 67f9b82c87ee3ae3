import { rulesBrokenBy } from "./eligible-slots.ts";
import type { SeriesProblem } from "./problem.ts";
import type { BrokenRule } from "./ranking.ts";
import type { SlotTable } from "./slot-table.ts";

const DAY = 86_400_000;

/** Every rule that a series (places in the table, in time order) breaks, in time order. Empty when it keeps all. */
export function brokenRules(
  problem: SeriesProblem,
  table: SlotTable,
  series: readonly number[],
): BrokenRule[] {
  const { meetings } = problem.rules;
  const ids = new Set(series.map((place) => idOf(table, place)));
  return [
    ...(series.length < meetings
      ? [{ rule: "meetings", needed: meetings, offered: series.length } as const]
      : []),
    ...series.flatMap((place, at) => [
      ...rulesBrokenBy(problem, table, place),
      ...gapBroken(problem, table, [place, series[at + 1]]),
      ...weekBroken(problem, table, series.slice(0, at + 1)),
    ]),
    ...(problem.must ?? []).filter((id) => !ids.has(id)).map((slot) => ({ rule: "must", slot }) as const),
  ];
}

const idOf = (table: SlotTable, place: number) => table.slots[place]?.id ?? "";

function gapBroken(
  { rules }: SeriesProblem,
  table: SlotTable,
  [place, next]: readonly [number, number | undefined],
): BrokenRule[] {
  if (next === undefined) return [];
  const days = ((table.starts[next] ?? 0) - (table.starts[place] ?? 0)) / DAY;
  const about = { slot: idOf(table, place), next: idOf(table, next), days };
  if (days < rules.minGapDays) return [{ rule: "minGapDays", ...about, needed: rules.minGapDays }];
  const most = rules.maxGapDays ?? Number.POSITIVE_INFINITY;
  return days > most ? [{ rule: "maxGapDays", ...about, needed: most }] : [];
}

/** Whether the last of these meetings is one too many in its week. */
function weekBroken({ rules }: SeriesProblem, table: SlotTable, series: readonly number[]): BrokenRule[] {
  const last = series.at(-1) ?? 0;
  const meetings = series.filter((place) => table.weeks[place] === table.weeks[last]).length;
  const most = rules.maxPerWeek ?? Number.POSITIVE_INFINITY;
  return meetings > most ? [{ rule: "maxPerWeek", slot: idOf(table, last), needed: most, meetings }] : [];
}
