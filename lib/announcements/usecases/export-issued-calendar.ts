import type { AnnouncementKey } from "#lib/announcements/schema";
import { getAnnouncement } from "#lib/announcements/store";
import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * The calendar file that left with an announcement, byte by byte.
 *
 * @throws AppError `not_found` when the series is not for this person, or the announcement has not left.
 */
export async function exportIssuedCalendar(
  actor: Actor,
  { reference, number }: AnnouncementKey,
  now = new Date(),
): Promise<string> {
  const series = await loadSeries(actor, reference, { now });
  const { issued } = await getAnnouncement(db, { seriesId: series.id, number });
  if (!issued) throw new AppError("not_found", "refusal.notFound");
  return issued.calendar;
}
