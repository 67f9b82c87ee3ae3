import { addDays } from "#lib/kernel/day";
import type { Series } from "#lib/series/domain/series";
import type { Deadlines } from "./facts.ts";

/** Calendar days before the target meeting opens. @see docs/rules.md#d7 */
const BEFORE_TARGET = { exception: 21, contribution: 12, available: 7 } as const;

/** What the rules ask before the target meeting, or null while the day of its opening is not known. */
export function deadlinesOf(series: Pick<Series, "target">): Deadlines | null {
  const { opensOn } = series.target;
  if (!opensOn) return null;
  return {
    exception: addDays(opensOn, -BEFORE_TARGET.exception),
    contribution: addDays(opensOn, -BEFORE_TARGET.contribution),
    available: addDays(opensOn, -BEFORE_TARGET.available),
  };
}
