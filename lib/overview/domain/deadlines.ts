import { targetDays } from "#lib/rules/domain/check-target";
import type { Limits } from "#lib/rules/domain/rules";
import type { Series } from "#lib/series/domain/series";
import type { Deadlines } from "./facts.ts";

/** What the rules ask before the target meeting, or null while the day of its opening is not known. */
export function deadlinesOf(series: Pick<Series, "target">, limits: Limits): Deadlines | null {
  const { opensOn } = series.target;
  if (!opensOn) return null;
  const { exception, contribution, available } = targetDays(opensOn, limits.D7);
  return { exception, contribution, available };
}
