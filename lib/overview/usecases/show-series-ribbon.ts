import { db } from "#lib/db/client";
import { buildRibbon, type RibbonStop } from "#lib/overview/domain/ribbon";
import { findWrittenMap } from "#lib/overview/store";
import type { Actor } from "#lib/people/domain/actor";
import type { SeriesHead } from "#lib/series/domain/series";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { loadSeriesHead } from "#lib/series/usecases/load-series-head";
import { agreedAt } from "./gather-facts.ts";

/**
 * The series and its map, for the head of every one of its pages.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function showSeriesRibbon(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<{ readonly series: SeriesHead; readonly stops: readonly RibbonStop[] }> {
  const series = await loadSeriesHead(actor, reference);
  const [written, { limits }] = await Promise.all([findWrittenMap(db, series.id), loadRuleSet(db)]);
  if (!written) return { series, stops: [] };
  const reached = { ...written.reached, ...agreedAt(series, written) };
  return { series, stops: buildRibbon({ ...written, series, reached }, limits, now) };
}
