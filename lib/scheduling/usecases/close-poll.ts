import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesAnswers } from "#lib/scheduling/domain/policy";
import { getPoll, updateDeadline } from "#lib/scheduling/store/polls";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Closes an open poll now: its deadline becomes this instant. `extendDeadline` opens it again.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when the poll takes no answers anyway.
 */
export async function closePoll(
  actor: Actor,
  input: { readonly reference: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = await getPoll(db, series.id);
    requireTakesAnswers(poll, now);
    await updateDeadline(db, poll.id, now);
    await recordAct(db, actor, {
      ...{ action: "pollClose", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      before: { closesAt: poll.closesAt?.toISOString() ?? null },
      after: { closesAt: now.toISOString() },
    });
  });
}
