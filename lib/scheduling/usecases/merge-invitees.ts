import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { mergeAnswers } from "#lib/scheduling/domain/merge-answers";
import { requireMayInvite, requireTakesPeople } from "#lib/scheduling/domain/policy";
import { deleteInvitee, getInvitee, updateMerged } from "#lib/scheduling/store/invitees";
import { getPoll, holdPoll } from "#lib/scheduling/store/polls";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Makes one entry of two that are the same person. The kept entry keeps its side and link, and for each slot the
 * answer that was given later; the other entry and its link are gone. Who is required in one is required.
 *
 * @throws AppError `forbidden` for who is neither co-chair nor secretariat, `not_found` for entries of another poll,
 *   `invalid` for one and the same entry, `conflict` when the poll is closed or decided.
 */
export async function mergeInvitees(
  actor: Actor,
  input: { readonly reference: string; readonly keepId: string; readonly mergeId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayInvite(actor, series);
    const poll = await getPoll(db, series.id);
    requireTakesPeople(poll, now);
    await holdPoll(db, poll.id);
    if (input.keepId === input.mergeId)
      throw new AppError("invalid", "scheduling.inviting.refusal.sameEntry");
    const kept = await getInvitee(db, poll.id, input.keepId);
    const merged = await getInvitee(db, poll.id, input.mergeId);
    const later = (merged.answeredAt ?? 0) > (kept.answeredAt ?? 0) ? merged : kept;
    await deleteInvitee(db, merged.id);
    await updateMerged(db, kept.id, {
      ...mergeAnswers(kept, merged),
      enteredById: later.enteredById,
      required: kept.required || merged.required,
    });
    await recordAct(db, actor, {
      ...{ action: "inviteesMerge", subjectType: "invitee", subjectId: kept.id, seriesId: series.id },
      before: { person: merged.name },
      after: { person: kept.name, answersOf: merged.answeredAt ? (kept.answeredAt ? 2 : 1) : 0 },
    });
  });
}
