import { requireMayPrepare } from "#lib/announcements/domain/policy";
import { introductionWords, subjectWords } from "#lib/announcements/domain/text";
import type { DraftAnnouncementInput } from "#lib/announcements/schema";
import { insertAnnouncement, listAnnouncements } from "#lib/announcements/store";
import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";
import { inEnglish } from "#lib/words/translate";
import { gatherFacts } from "./compose-announcement.ts";

/**
 * Starts an announcement of the meetings of a series, with a subject and an introduction from its data, and gives
 * its number. Nothing leaves.
 *
 * @throws AppError `forbidden` unless the person is a co-chair or of a secretariat, `invalid` when there is no
 * meeting to announce, `conflict` when a draft is there already.
 */
export async function draftAnnouncement(
  actor: Actor,
  input: DraftAnnouncementInput,
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayPrepare(actor, series);
    const known = await listAnnouncements(db, series.id);
    if (known.some(({ issued }) => !issued))
      throw new AppError("conflict", "announcements.refusal.draftExists");
    const { facts } = await gatherFacts(db, series, now);
    if (facts.meetings.length === 0) throw new AppError("invalid", "announcements.refusal.noMeeting");
    const { id, number } = await insertAnnouncement(db, {
      ...{ seriesId: series.id, createdById: actor.id, practical: "" },
      subject: inEnglish(subjectWords(facts)),
      introduction: inEnglish(introductionWords(facts)),
    });
    await recordAct(db, actor, {
      ...{ action: "announcementDraft", subjectType: "announcement", subjectId: id, seriesId: series.id },
      after: { number },
    });
    return number;
  });
}
