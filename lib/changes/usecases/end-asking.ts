import { recordAct } from "#lib/audit/record";
import type { EndAskingInput } from "#lib/changes/schema";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { loadSeriesMeeting } from "#lib/meetings/usecases/load-series-meeting";
import type { Actor } from "#lib/people/domain/actor";
import { endReplacement } from "#lib/scheduling/usecases/end-replacement";
import { requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Closes the small poll for another time of a meeting before its deadline, or drops it: then the meeting stays as it is.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for an unknown meeting, `conflict` when there is no
 *   such poll, or none that is open.
 */
export async function endAsking(actor: Actor, input: EndAskingInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireCoChair(actor, series);
    const meeting = await loadSeriesMeeting(db, series, input.sequence);
    const how = input.how === "drop" ? "for good" : { closeAt: now };
    if (!(await endReplacement(db, meeting.id, how)))
      throw new AppError("conflict", "changes.refusal.notAsked");
    await recordAct(db, actor, {
      ...{ action: "replacementEnd", subjectType: "meeting", subjectId: meeting.id, seriesId: series.id },
      after: { meeting: meeting.sequence, how: input.how },
    });
  });
}
