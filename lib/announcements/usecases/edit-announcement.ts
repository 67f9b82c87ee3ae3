import { requireNoJoiningLink } from "#lib/announcements/domain/joining";
import { requireMayPrepare } from "#lib/announcements/domain/policy";
import type { EditAnnouncementInput } from "#lib/announcements/schema";
import { getAnnouncement, updateParts } from "#lib/announcements/store";
import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Changes the free parts of a draft; the rest of its text comes from the data of the series.
 *
 * @throws AppError `forbidden` unless the person is a co-chair or of a secretariat, `invalid` when a part holds a
 * joining link, `conflict` when the draft has changed meanwhile or has left.
 */
export async function editAnnouncement(
  actor: Actor,
  { reference, number, version, ...parts }: EditAnnouncementInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, reference, { db, now });
    requireMayPrepare(actor, series);
    const before = await getAnnouncement(db, { seriesId: series.id, number });
    if (before.issued) throw new AppError("conflict", "announcements.refusal.issuedAlready");
    requireNoJoiningLink(parts, await listSeriesMeetings(db, series));
    const { subject, introduction, practical } = before;
    if (!(await updateParts(db, { id: before.id, version }, parts)))
      throw new AppError("conflict", "refusal.conflict");
    await recordAct(db, actor, {
      ...{
        action: "announcementEdit",
        subjectType: "announcement",
        subjectId: before.id,
        seriesId: series.id,
      },
      before: { number, subject, introduction, practical },
      after: { number, ...parts },
    });
  });
}
