import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";
import { calendarOf, gatherFacts } from "./compose-announcement.ts";

/**
 * The meetings of a series as an iCalendar file, as they stand now. It holds no joining link.
 *
 * @throws AppError `not_found` when the series is not for this person.
 */
export async function exportCalendar(actor: Actor, reference: string, now = new Date()): Promise<string> {
  const series = await loadSeries(actor, reference, { now });
  const { facts } = await gatherFacts(db, series, now);
  return calendarOf(facts, now);
}
