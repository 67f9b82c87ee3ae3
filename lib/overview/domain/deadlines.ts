import { targetDays } from "#lib/rules/domain/check-target";
import type { Series } from "#lib/series/domain/series";
import type { Deadlines } from "./facts.ts";

/** What the rules ask before the target meeting, or null while the day of its opening is not known. */
export function deadlinesOf(series: Pick<Series, "target">): Deadlines | null {
  const { opensOn } = series.target;
  if (!opensOn) return null;
  const { exception, contribution, available } = targetDays(opensOn);
  return { exception, contribution, available };
}
