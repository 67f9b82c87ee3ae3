import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { phaseOf, type Poll } from "#lib/scheduling/domain/poll";
import { isCoChair, requireMaySeeSeries, sidesSpokenFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";

/** What of the answers a poll keeps from whom while it is open. */
export type Hiding = { readonly hidesOthers: boolean; readonly hidesSides: boolean };

/**
 * Whether the person may look at the ranking at `now`: co-chairs and those who speak for a side once the poll is
 * closed, co-chairs also while it is open, unless the poll hides from them what the ranking would tell.
 */
export function mayRank(
  actor: Actor,
  series: Series,
  poll: { readonly poll: Poll; readonly hiding: Hiding; readonly hasAnswered: boolean; readonly now: Date },
): boolean {
  const phase = phaseOf(poll.poll, poll.now);
  if (phase === "closed") return isCoChair(actor, series) || sidesSpokenFor(actor, series).length > 0;
  if (phase !== "open" || !isCoChair(actor, series)) return false;
  return !poll.hiding.hidesSides && (!poll.hiding.hidesOthers || poll.hasAnswered);
}

/**
 * @throws AppError `not_found` for strangers, `forbidden` for who has no part in the choice, `conflict` before the poll
 *   is open, while it hides what the ranking would tell, and when the dates are decided.
 */
export function requireMayRank(actor: Actor, series: Series, poll: Parameters<typeof mayRank>[2]): void {
  requireMaySeeSeries(actor, series);
  if (mayRank(actor, series, poll)) return;
  const phase = phaseOf(poll.poll, poll.now);
  const takesPart = isCoChair(actor, series) || sidesSpokenFor(actor, series).length > 0;
  if (!takesPart) throw new AppError("forbidden", "refusal.forbidden");
  if (phase === "draft") throw new AppError("conflict", "scheduling.refusal.notOpen");
  if (phase === "decided") throw new AppError("conflict", "scheduling.refusal.decided");
  throw new AppError(
    "conflict",
    isCoChair(actor, series) ? "decisions.refusal.hidden" : "scheduling.refusal.stillOpen",
  );
}
