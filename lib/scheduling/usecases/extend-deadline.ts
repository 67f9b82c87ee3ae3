import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { existingInstant } from "#lib/scheduling/domain/offer";
import { requireDeadlineFits } from "#lib/scheduling/domain/opening";
import { requireMayExtend, requireMayRunPoll } from "#lib/scheduling/domain/policy";
import type { ExtendDeadlineInput } from "#lib/scheduling/schema";
import { updateDeadline } from "#lib/scheduling/store/polls";
import { findPollFor } from "./find-poll-for.ts";

/**
 * Moves the deadline to a later instant. A poll that was closed by its deadline takes answers again, unless answers were
 * hidden until then: that takes the consent of every side (`consentToOpening`).
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` when it is not later or leaves too few slots,
 *   `conflict` when the poll is not open yet, decided, or closed and showed then what it had hidden.
 */
export async function extendDeadline(
  actor: Actor,
  input: ExtendDeadlineInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    requireMayExtend(poll, now);
    const closesAt = existingInstant(input);
    if (poll.closesAt !== null && closesAt <= poll.closesAt)
      throw new AppError("invalid", "refusal.checkFields", { day: [say("scheduling.refusal.notLater")] });
    requireDeadlineFits(poll, { closesAt, now, meetingCount: series.meetingCount });
    await updateDeadline(db, poll.id, closesAt);
    await recordAct(db, actor, {
      ...{ action: "deadlineExtend", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      before: { closesAt: poll.closesAt?.toISOString() ?? null },
      after: { closesAt: closesAt.toISOString() },
    });
  });
}
