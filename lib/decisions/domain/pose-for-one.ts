import type { Interval } from "#lib/kernel/interval";
import { burdensOf } from "#lib/ranking/domain/burden";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import type { Aims } from "./aims.ts";
import { checkAims } from "./check-aims.ts";
import { poseProblem, type Standing } from "./pose-problem.ts";

type Kept = Interval & { readonly id: string };

/** One meeting for which another time is looked for, and those that stay as they are. */
export type OneOfSeries = { readonly meeting: Kept; readonly others: readonly Kept[] };

type OfSmallPoll = Omit<Standing, "people"> & {
  readonly people: readonly (Standing["people"][number] & { readonly required: boolean })[];
};

/**
 * The problem of a small poll: one meeting, under the aims of the series. A slot that gap, week or first and last day
 * forbid beside the meetings that stay is blocked, and what zones bore counts without the time that is given up.
 */
export function poseForOne(
  standing: OfSmallPoll,
  aims: Aims,
  { meeting, others }: OneOfSeries,
): SeriesProblem {
  const kept = others.map((other) => unasked(other));
  const misses = standing.slots.filter(
    (slot) => checkAims([...kept, unasked(slot)], aims, slot.id).length > 0,
  );
  const required = standing.people.filter(({ required }) => required).map(({ id }) => id);
  return poseProblem(
    {
      ...{ ...standing, meetingCount: 1, carried: withoutTime(standing, meeting) },
      blocked: new Set([...standing.blocked, ...misses.map(({ id }) => id)]),
    },
    {
      ...{ ...aims, required, minGapDays: 0, maxGapDays: null, maxPerWeek: null, reachOf: 1 },
      ...{ must: [], never: [] },
    },
  );
}

const unasked = ({ id, start, end }: Kept) => ({ id, start, end, sides: null, missing: [] });

function withoutTime(
  { carried, burdenByHour }: OfSmallPoll,
  { start, end }: Interval,
): Record<string, number> {
  const span = { start: start.getTime(), lengthMinutes: (end.getTime() - start.getTime()) / 60_000 };
  return Object.fromEntries(
    Object.entries(carried).map(([zone, burden]) => {
      const [given = 0] = burdensOf([span], zone, burdenByHour);
      return [zone, Math.max(0, burden - given)];
    }),
  );
}
