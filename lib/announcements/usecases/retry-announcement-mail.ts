import { requireMayRetry } from "#lib/announcements/domain/policy";
import type { RetryMailInput } from "#lib/announcements/schema";
import { getAnnouncement } from "#lib/announcements/store";
import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { retryMail } from "#lib/outbox/state";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Makes a mail of an announcement that was given up due again. It keeps its Message-ID.
 *
 * @throws AppError `forbidden` unless the person is of a secretariat or an administrator, `not_found` when there is
 * no such mail, `conflict` when it was not given up.
 */
export async function retryAnnouncementMail(
  actor: Actor,
  { reference, number, mailId }: RetryMailInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, reference, { db, now });
    requireMayRetry(actor, series);
    const { id } = await getAnnouncement(db, { seriesId: series.id, number });
    await retryMail(db, { id: mailId, announcementId: id }, now);
    await recordAct(db, actor, {
      ...{ action: "announcementRetry", subjectType: "announcement", subjectId: id, seriesId: series.id },
      after: { number },
    });
  });
}
