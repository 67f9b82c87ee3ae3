import { dayIn, GENEVA } from "#lib/kernel/zone";
import { targetDays } from "#lib/rules/domain/check-target";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { Series } from "#lib/series/domain/series";
import { type Aims, MEASURES } from "./aims.ts";

/**
 * What is looked for as long as the co-chairs say nothing else: meetings a week apart, one a week, late enough to be
 * ahead of us and early enough for the target meeting (D7), the quorum of the poll, and people who can attend all
 * meetings but one.
 *
 * Six days of 24 hours and not seven: a meeting at the same Geneva hour a week later is an hour closer when clocks
 * go forward.
 */
export function usualAims(
  series: Pick<Series, "sides" | "target" | "meetingCount">,
  poll: Pick<Poll, "quorum">,
  { required, now }: { readonly required: readonly string[]; readonly now: Date },
): Aims {
  const { opensOn } = series.target;
  return {
    order: MEASURES,
    minGapDays: 6,
    maxGapDays: null,
    maxPerWeek: 1,
    notBefore: dayIn(now, GENEVA),
    notAfter: opensOn ? targetDays(opensOn).handIn : null,
    quorum: Object.fromEntries(series.sides.map(({ letter }) => [letter, poll.quorum[letter] ?? 0])),
    reachOf: Math.max(1, series.meetingCount - 1),
    required: [...required].sort(),
    must: [],
    never: [],
    carry: true,
  };
}
