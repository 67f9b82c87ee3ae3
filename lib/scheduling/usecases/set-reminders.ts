import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { existingInstant } from "#lib/scheduling/domain/offer";
import { requireMayRunPoll, requireTakesAnswers } from "#lib/scheduling/domain/policy";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { AddReminderInput } from "#lib/scheduling/schema";
import { holdPoll } from "#lib/scheduling/store/polls";
import { listRemindAt, updateRemindAt } from "#lib/scheduling/store/reminders";
import type { PollKey } from "#lib/scheduling/domain/which-poll";
import { findPollFor } from "./find-poll-for.ts";

/** More than that is a nuisance. */
export const MOST_REMINDERS = 5;

/**
 * Sets one more time at which those are reminded whose answer can still change the result.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for a time that is past, set already or not before
 *   the deadline, and for one too many, `conflict` when the poll takes no answers.
 */
export async function addReminder(actor: Actor, input: AddReminderInput, now = new Date()): Promise<void> {
  await change(actor, input, {
    now,
    to: (before, poll) => {
      const at = existingInstant(input);
      const refuse = (key: "past" | "afterDeadline" | "known") =>
        new AppError("invalid", "refusal.checkFields", { day: [say(`scheduling.reminding.refusal.${key}`)] });
      if (at <= now) throw refuse("past");
      if (poll.closesAt && at >= poll.closesAt) throw refuse("afterDeadline");
      if (before.some((time) => time.getTime() === at.getTime())) throw refuse("known");
      if (before.length >= MOST_REMINDERS)
        throw new AppError("invalid", say("scheduling.reminding.refusal.tooMany", { most: MOST_REMINDERS }));
      return [...before, at];
    },
  });
}

/** Takes a time off again; who was reminded at it stays so. It may run twice. @throws AppError as `addReminder` */
export async function removeReminder(
  actor: Actor,
  input: PollKey & { readonly at: Date },
  now = new Date(),
): Promise<void> {
  await change(actor, input, {
    now,
    to: (before) => before.filter((time) => time.getTime() !== input.at.getTime()),
  });
}

type Change = { readonly now: Date; readonly to: (before: readonly Date[], poll: Poll) => Date[] };

const change = (actor: Actor, key: PollKey, { now, to }: Change) =>
  transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key, right: requireMayRunPoll, now });
    requireTakesAnswers(poll, now);
    await holdPoll(db, poll.id);
    const before = await listRemindAt(db, poll.id);
    const after = to(before, poll).sort((a, b) => a.getTime() - b.getTime());
    await updateRemindAt(db, poll.id, after);
    const words = (times: readonly Date[]) => ({ remindAt: times.map((time) => time.toISOString()) });
    await recordAct(db, actor, {
      ...{ action: "remindersSet", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      ...{ before: words(before), after: words(after) },
    });
  });
