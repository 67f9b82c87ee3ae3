import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { requireMaySetJoiningLink } from "#lib/meetings/domain/policy";
import type { JoiningLinkInput } from "#lib/meetings/schema";
import { updateJoiningLink } from "#lib/meetings/store";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";
import { loadSeriesMeeting } from "./load-series-meeting.ts";

/**
 * Gives a meeting its joining link, or takes it away when empty.
 *
 * The trail says that it was done and not what the link is: more people read the trail than are invited.
 *
 * @throws AppError `forbidden` when the person is of neither secretariat; `conflict` when somebody changed the
 * meeting since the version in `input`.
 */
export async function setJoiningLink(actor: Actor, input: JoiningLinkInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMaySetJoiningLink(actor, series);
    const meeting = await loadSeriesMeeting(db, series, input.sequence);
    const isSet = await updateJoiningLink(db, { id: meeting.id, version: input.version }, input.joiningLink);
    if (!isSet) throw new AppError("conflict", "refusal.conflict");
    await recordAct(db, actor, {
      action: input.joiningLink ? "joiningLinkSet" : "joiningLinkRemoved",
      subjectType: "meeting",
      subjectId: meeting.id,
      seriesId: series.id,
      before: { meeting: meeting.sequence, hasLink: meeting.joiningLink !== "" },
      after: { meeting: meeting.sequence, hasLink: input.joiningLink !== "" },
    });
  });
}
