import { requireMayBeChanged } from "#lib/changes/domain/change";
import { changeNote } from "#lib/changes/domain/note";
import type { AssentToChangeInput } from "#lib/changes/schema";
import { findChange, holdChange, updateDecided } from "#lib/changes/store";
import { draftCorrigendum } from "#lib/announcements/usecases/draft-corrigendum";
import { type Db, transaction } from "#lib/db/client";
import { correctBalances } from "#lib/decisions/usecases/correct-balances";
import { AppError } from "#lib/kernel/errors";
import { applyChange } from "#lib/meetings/usecases/apply-change";
import { loadSeriesMeeting } from "#lib/meetings/usecases/load-series-meeting";
import type { Actor } from "#lib/people/domain/actor";
import { endReplacement } from "#lib/scheduling/usecases/end-replacement";
import { jointOutcome } from "#lib/series/domain/consents";
import { requireSpeaksFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { recordAgreement } from "./record-agreement.ts";

/**
 * Writes down what a side says to a change of a meeting. When every side has agreed, the meeting is moved or cancelled,
 * its calendar entry gets the next SEQUENCE, the burden ledger follows, what to tell people is left ready as a draft, and
 * a small poll for the meeting ends: once, however many say so, at once or twice. Says whether it is done.
 *
 * @throws AppError `forbidden` for who does not speak for the side, `not_found` for an unknown change, `conflict` when
 *   another change took its place, it was taken back, or the meeting is over.
 */
export async function assentToChange(
  actor: Actor,
  input: AssentToChangeInput,
  now = new Date(),
): Promise<boolean> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireSpeaksFor(actor, series, input.sideId);
    const change = await findChange(db, series.id, input.changeId);
    if (!change) throw new AppError("not_found", "refusal.notFound");
    await holdChange(db, change.id);
    if (change.decidedAt && input.outcome === "agreed") return true;
    if (change.decidedAt || change.isSuperseded) throw new AppError("conflict", "changes.refusal.replaced");
    const meeting = await loadSeriesMeeting(db, series, change.sequence);
    requireMayBeChanged(meeting, now);
    const sides = await recordAgreement(db, actor, { series, said: input, now });
    if (jointOutcome(sides) !== "agreed") return false;
    await updateDecided(db, change.id, now);
    await endReplacement(db, meeting.id, "for good");
    await apply(db, series, change);
    return true;
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findChange>>>;

async function apply(db: Db, series: Series, change: Found): Promise<void> {
  await applyChange(db, { series, sequence: change.sequence, next: change.next, reason: change.reason });
  await correctBalances(db, { series, changeId: change.id });
  await draftCorrigendum(db, { series, note: changeNote(change, change.sequence) });
}
