import { AppError } from "#lib/kernel/errors";
import type { Finding } from "#lib/kernel/finding";
import { overlaps } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import type { Poll, Slot } from "#lib/scheduling/domain/poll";

/** The slots put forward as the series by a co-chair. */
export type Choice = {
  readonly id: string;
  /** In time order. */
  readonly slotIds: readonly string[];
  readonly proposedById: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  /** Place among the best series when it was put forward, later when it was decided; 1 is the first. Null: none of them. */
  readonly rank: number | null;
  /** Why it was put forward, when it is not the first. */
  readonly reason: string;
  /** What the co-chairs looked for, as it was kept; read it with `aimsSchema`. */
  readonly aims: unknown;
};

/**
 * The slots with these ids, in time order, fit to become the series.
 *
 * @throws AppError `invalid` when there are more or fewer than `meetingCount`, when one is named twice, is not (or
 * no longer) on offer, is past at `now`, or when two overlap.
 */
export function chooseSlots(
  poll: Pick<Poll, "slots">,
  slotIds: readonly string[],
  { meetingCount, now }: { readonly meetingCount: number; readonly now: Date },
): Slot[] {
  const wanted = new Set(slotIds);
  if (wanted.size !== slotIds.length || wanted.size !== meetingCount)
    throw new AppError(
      "invalid",
      say("decisions.refusal.count", { count: meetingCount, given: wanted.size }),
    );
  const chosen = inTimeOrder(poll.slots.filter(({ id }) => wanted.has(id)));
  if (chosen.length !== wanted.size) throw new AppError("conflict", "decisions.refusal.slotGone");
  if (chosen.some(({ start }) => start <= now)) throw new AppError("invalid", "decisions.refusal.chosenPast");
  if (chosen.some((slot, index) => chosen.slice(index + 1).some((other) => overlaps(slot, other))))
    throw new AppError("invalid", "decisions.refusal.overlap");
  return chosen;
}

/**
 * Nothing is put forward or assented to against a rule that nobody set aside. `broken` holds, by slot id, what breaks a
 * rule and counts.
 *
 * @throws AppError `conflict` that names the first such slot and its rule.
 */
export function requireUnbroken(
  slots: readonly Slot[],
  broken: ReadonlyMap<string, readonly Pick<Finding, "rule">[]>,
): void {
  for (const { id, start } of slots) {
    const [finding] = broken.get(id) ?? [];
    if (!finding) continue;
    const values = { rule: finding.rule, day: dayValue(dayIn(start, GENEVA)) };
    throw new AppError("conflict", say("decisions.refusal.brokenRule", values));
  }
}

/** The same slots, the earlier start first; of two with one start, the shorter first. */
export function inTimeOrder<S extends Slot>(slots: readonly S[]): S[] {
  return [...slots].sort(
    (a, b) =>
      a.start.getTime() - b.start.getTime() || a.lengthMinutes - b.lengthMinutes || a.ordinal - b.ordinal,
  );
}

/** The place of a series among the best, from 1; null when it is none of them. Both in time order. */
export function placeAmong(
  best: readonly { readonly slots: readonly string[] }[],
  slots: readonly string[],
): number | null {
  const index = best.findIndex((series) => series.slots.join() === slots.join());
  return index === -1 ? null : index + 1;
}

/**
 * The choice as it is decided: with its place by then, and the reason that stands for it. A reason given when it was put
 * forward stands; otherwise whoever decides gives one, unless it is the first.
 *
 * @throws AppError `invalid`, with the place in words, when it is not the first (any more) and no reason stands.
 */
export function placeForDecision<C extends Pick<Choice, "rank" | "reason">>(
  choice: C,
  rank: number | null,
  given: string,
): C {
  if (rank === 1 || choice.reason !== "") return { ...choice, rank };
  const words = say("decisions.refusal.rankNow", { rank: rank ?? 0 });
  if (given === "") throw new AppError("invalid", words, { reason: [words] });
  return { ...choice, rank, reason: given };
}
