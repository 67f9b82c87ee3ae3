import type { Day } from "#lib/kernel/day";
import type { Measure } from "#lib/ranking/domain/problem";

/**
 * What the co-chairs set of the aims of a poll; what is left out is as usual. The quorum stands on the poll, and who is
 * required on the list of those asked.
 */
export type PollAims = {
  readonly order?: readonly Measure[];
  readonly minGapDays?: number;
  readonly maxGapDays?: number | null;
  readonly maxPerWeek?: number | null;
  readonly notBefore?: Day | null;
  readonly notAfter?: Day | null;
  readonly reachOf?: number;
  /** Ordinals of slots. */
  readonly must?: readonly number[];
  readonly never?: readonly number[];
  readonly carry?: boolean;
};

/**
 * How far apart meetings are as long as nobody says otherwise.
 *
 * Six days of 24 hours and not seven: a meeting at the same Geneva hour a week later is an hour closer when clocks
 * go forward.
 */
export const USUAL_APART = { minGapDays: 6, maxPerWeek: 1 } as const;

/** Days from one meeting to the next in a plan that keeps the least gap and the most meetings a week. */
export function planGapDays({ minGapDays, maxPerWeek }: PollAims): number {
  const perWeek = maxPerWeek === undefined ? USUAL_APART.maxPerWeek : maxPerWeek;
  return Math.max(minGapDays ?? USUAL_APART.minGapDays, perWeek === null ? 0 : Math.ceil(7 / perWeek));
}
