import { mayPrepare } from "#lib/announcements/domain/policy";
import type { Announcement } from "#lib/announcements/domain/announcement";
import { listAnnouncements } from "#lib/announcements/store";
import { db } from "#lib/db/client";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";

export type AnnouncementList = {
  readonly series: Series;
  /** Newest first. */
  readonly announcements: readonly Announcement[];
  readonly meetingCount: number;
  /** Whether this person may start one now: allowed to, there is something to announce, and no draft is open. */
  readonly mayDraft: boolean;
};

/** The announcements of a series. @throws AppError `not_found` when it is not for this person. */
export async function listSeriesAnnouncements(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<AnnouncementList> {
  const series = await loadSeries(actor, reference, { now });
  const announcements = await listAnnouncements(db, series.id);
  const meetingCount = (await listSeriesMeetings(db, series)).length;
  const isOpen = announcements.some(({ issued }) => !issued);
  const mayDraft = mayPrepare(actor, series) && meetingCount > 0 && !isOpen;
  return { series, announcements, meetingCount, mayDraft };
}
