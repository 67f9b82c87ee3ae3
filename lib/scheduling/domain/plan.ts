import { dayIn, GENEVA } from "#lib/kernel/zone";
import { type Plan, planBackwards } from "#lib/rules/domain/plan-backwards";
import type { Limits } from "#lib/rules/domain/rules";
import type { Series } from "#lib/series/domain/series";
import type { Poll } from "./poll.ts";
import { planGapDays } from "./poll-aims.ts";

/**
 * The plan backwards from the target meeting of a series, with the slots on offer; null when nothing is known of that
 * meeting. When only its month is known, the first day is taken for its opening.
 */
export function planOf(
  { target, meetingCount }: Pick<Series, "target" | "meetingCount">,
  poll: Pick<Poll, "closesAt" | "slots" | "aims"> | null,
  { now, limits }: { readonly now: Date; readonly limits: Limits },
): Plan | null {
  const opensOn = target.opensOn ?? (target.month ? `${target.month}-01` : null);
  if (!opensOn) return null;
  const input = {
    ...{ opensOn, meetingCount, today: dayIn(now, GENEVA), gapDays: planGapDays(poll?.aims ?? {}) },
    closesOn: poll?.closesAt ? dayIn(poll.closesAt, GENEVA) : null,
    slotDays: (poll?.slots ?? []).map(({ start }) => dayIn(start, GENEVA)),
  };
  return planBackwards(input, limits);
}
