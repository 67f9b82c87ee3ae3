import { AppError } from "#lib/kernel/errors";
import { addMinutes, type Interval, overlaps } from "#lib/kernel/interval";
import type { Finding } from "#lib/kernel/finding";
import { say, type Words } from "#lib/kernel/words";
import { mayBeChanged, type Meeting, otherMeetings } from "#lib/meetings/domain/meeting";
import { checkInSeries, type SlotContext } from "#lib/scheduling/domain/findings";
import { existingInstant, type Wish } from "#lib/scheduling/domain/offer";

/** Aims that a new time does not keep, in sentences, and the reason that was given for it. */
export type AimsAside = { readonly missed: readonly Words[]; readonly reason: string };

/** A move or cancellation of one meeting, put forward for both sides to assent to. */
export type Change = {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: "move" | "cancel";
  readonly old: Interval;
  /** Null when the meeting is cancelled. */
  readonly next: Interval | null;
  readonly reason: string;
  /** What the aims of the poll asked for and the new time did not keep, and why it was put forward; null when it kept all. */
  readonly aside: AimsAside | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
};

/** @throws AppError `conflict` when the meeting is over, under way or cancelled. */
export function requireMayBeChanged(meeting: Pick<Meeting, "status" | "start">, now: Date): void {
  if (!mayBeChanged(meeting, now)) throw new AppError("conflict", "changes.refusal.over");
}

/** All meetings of the series. */
export type Others = readonly Pick<Meeting, "id" | "status" | "start" | "end">[];

/**
 * The new time of a meeting.
 *
 * @throws AppError `invalid` when the time does not exist, is past, is the one it has, or overlaps with another meeting
 *   of the series.
 */
export function planMove(
  meeting: Pick<Meeting, "id" | "start" | "end">,
  wish: Wish,
  { others, now }: { readonly others: Others; readonly now: Date },
): Interval {
  const start = existingInstant(wish);
  const next = { start, end: addMinutes(start, wish.lengthMinutes) };
  if (start <= now) throw new AppError("invalid", "changes.refusal.past");
  if (start.getTime() === meeting.start.getTime() && next.end.getTime() === meeting.end.getTime())
    throw new AppError("invalid", "changes.refusal.same");
  if (otherMeetings(others, meeting.id).some((other) => overlaps(next, other)))
    throw new AppError("invalid", "changes.refusal.overlap");
  return next;
}

/**
 * Aims that are set aside for a reason; null when the new time keeps them all.
 *
 * @throws AppError `invalid`, with what is not kept, when there is no reason.
 */
export function setAimsAside(missed: readonly Words[], reason: string): AimsAside | null {
  if (missed.length === 0) return null;
  if (reason === "")
    throw new AppError("invalid", "refusal.checkFields", {
      aimsReason: [say("changes.refusal.aimsReason"), ...missed],
    });
  return { missed, reason };
}

/** What the rules say of a meeting at its new time, and of the series with it. */
export function checkMove(
  next: Interval,
  meeting: Pick<Meeting, "id">,
  { others, context }: { readonly others: Others; readonly context: SlotContext },
): Finding[] {
  const lengthMinutes = (next.end.getTime() - next.start.getTime()) / 60_000;
  return checkInSeries({ ...next, lengthMinutes }, otherMeetings(others, meeting.id), context);
}
