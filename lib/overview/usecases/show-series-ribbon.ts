import { db } from "#lib/db/client";
import { deadlinesOf } from "#lib/overview/domain/deadlines";
import { buildRibbon, type RibbonStop } from "#lib/overview/domain/ribbon";
import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { gatherFacts } from "./gather-facts.ts";

/**
 * The series and its map, for the head of every one of its pages.
 *
 * @throws AppError `not_found` when there is no such series or it is not for this person.
 */
export async function showSeriesRibbon(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<{ readonly series: Series; readonly stops: readonly RibbonStop[] }> {
  const series = await loadSeries(actor, reference, { now });
  const [facts] = await gatherFacts(db, [series]);
  return { series, stops: facts ? buildRibbon(facts, deadlinesOf(series), now) : [] };
}
