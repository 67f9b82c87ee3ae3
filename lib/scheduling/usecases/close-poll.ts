import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayClose, requireMayRunPoll } from "#lib/scheduling/domain/policy";
import { updateDeadline } from "#lib/scheduling/store/polls";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Closes an open poll now: its deadline becomes this instant. `extendDeadline` opens it again.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when the poll takes no answers anyway, or hides
 *   answers until its deadline: closing would show them, and that takes the consent of every side.
 */
export async function closePoll(
  actor: Actor,
  input: { readonly reference: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireMayClose(poll, now);
    await updateDeadline(db, poll.id, now);
    await recordAct(db, actor, {
      ...{ action: "pollClose", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      before: { closesAt: poll.closesAt?.toISOString() ?? null },
      after: { closesAt: now.toISOString() },
    });
  });
}
