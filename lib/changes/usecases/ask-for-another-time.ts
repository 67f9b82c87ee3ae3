import { recordAct } from "#lib/audit/record";
import { planMove } from "#lib/changes/domain/change";
import type { AskForAnotherTimeInput } from "#lib/changes/schema";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { clockIn, dayIn } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { existingInstant, type OfferedSlot, type Wish } from "#lib/scheduling/domain/offer";
import type { Poll } from "#lib/scheduling/domain/poll";
import { openReplacement } from "#lib/scheduling/usecases/open-replacement";
import { readReplacement } from "#lib/scheduling/usecases/read-replacement";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import type { Series } from "#lib/series/domain/series";
import { takeMeeting } from "./take-meeting.ts";

/**
 * Opens a small poll of a few other times for one meeting of a decided series. Whoever was asked for the series is asked
 * again, by mail with a personal link, until a deadline of its own; what they answered to the same times is filled in.
 * Gives how many people are asked.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for an unknown meeting, `invalid` for a time that
 *   does not exist, is past, taken, named twice or before the deadline, `conflict` when the meeting is over or was changed
 *   since `version`, or people are being asked already.
 */
export async function askForAnotherTime(
  actor: Actor,
  input: AskForAnotherTimeInput,
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const { series, meetings, meeting } = await takeMeeting(db, actor, { ...input, now });
    const main = await takePoll(db, series);
    await requireNotAsked(db, series, { meetingId: meeting.id, now });
    const slots = once(wishesOf(input, main)).map((wish): OfferedSlot => {
      const next = planMove(meeting, wish, { others: meetings, now });
      return { ...next, lengthMinutes: wish.lengthMinutes, timeZone: wish.timeZone };
    });
    const closesAt = existingInstant(input);
    const asking = { series, main, meeting, slots, closesAt, now };
    const { pollId, people } = await openReplacement(db, actor, asking);
    await recordAct(db, actor, {
      ...{ action: "replacementAsk", subjectType: "poll", subjectId: pollId, seriesId: series.id },
      after: {
        ...{ meeting: meeting.sequence, people, closesAt: closesAt.toISOString() },
        slots: slots.map(({ start, lengthMinutes }) => ({ start: start.toISOString(), lengthMinutes })),
      },
    });
    return people;
  });
}

async function requireNotAsked(
  db: Db,
  series: Series,
  at: { readonly meetingId: string; readonly now: Date },
): Promise<void> {
  const standing = await readReplacement(db, series, at);
  if (standing && standing.phase !== "decided")
    throw new AppError("conflict", "changes.refusal.askedAlready");
}

/** The times that were written, and those ticked among the slots that people were asked about before. */
function wishesOf({ slotIds, times, timeZone, lengthMinutes }: AskForAnotherTimeInput, main: Poll): Wish[] {
  const ticked = slotIds.map((id) => {
    const slot = main.slots.find((known) => known.id === id);
    if (!slot) throw new AppError("conflict", "decisions.refusal.slotGone");
    const clock = { day: dayIn(slot.start, slot.timeZone), clock: clockIn(slot.start, slot.timeZone) };
    return { ...clock, timeZone: slot.timeZone, lengthMinutes: slot.lengthMinutes };
  });
  return [...ticked, ...times.map((time) => ({ ...time, timeZone, lengthMinutes }))];
}

/** @throws AppError `invalid` when a time is named twice. */
function once(wishes: readonly Wish[]): readonly Wish[] {
  const times = new Set(wishes.map((wish) => `${existingInstant(wish).getTime()}/${wish.lengthMinutes}`));
  if (times.size < wishes.length) throw new AppError("invalid", "changes.refusal.twice");
  return wishes;
}
