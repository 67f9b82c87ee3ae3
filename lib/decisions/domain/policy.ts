import { AppError } from "#lib/kernel/errors";
import type { WordKey } from "#lib/kernel/words";
import type { Actor } from "#lib/people/domain/actor";
import { phaseOf } from "#lib/scheduling/domain/poll";
import { type HidingPoll, lettersOf, type Sight, sightOf } from "#lib/scheduling/domain/sight";
import { isCoChair, requireMaySeeSeries, sidesSpokenFor } from "#lib/series/domain/policy";
import type { Series, SeriesHead } from "#lib/series/domain/series";

/** Co-chairs of either side and those who speak for a side take part in the choice. */
export function takesPartInChoice(actor: Actor, series: SeriesHead): boolean {
  return isCoChair(actor, series) || sidesSpokenFor(actor, series).length > 0;
}

/** @throws AppError `not_found` for strangers, `forbidden` for who takes no part in the choice. */
export function requireTakesPartInChoice(actor: Actor, series: Series): void {
  requireMaySeeSeries(actor, series);
  if (!takesPartInChoice(actor, series)) throw new AppError("forbidden", "refusal.forbidden");
}

/** The poll, when it is looked at, and the reader's own answers: null for who has none. */
export type Look = { readonly poll: HidingPoll; readonly now: Date; readonly answers: Uint8Array | null };

/**
 * Why somebody who takes part in the choice cannot look at its ranking now; null when nothing stands against it.
 *
 * Once the poll is closed everybody of them may. While it is open co-chairs may, for a provisional one, unless the poll
 * hides answers from them that the ranking would tell.
 */
export function whyNoRanking(actor: Actor, series: SeriesHead, { poll, now, answers }: Look): WordKey | null {
  const phase = phaseOf(poll, now);
  if (phase === "closed") return null;
  if (phase === "draft") return "scheduling.refusal.notOpen";
  if (phase === "decided") return "scheduling.refusal.decided";
  if (!isCoChair(actor, series)) return "scheduling.refusal.stillOpen";
  const letters = series.sides.map(({ letter }) => letter);
  const reader = { letters: lettersOf(actor, series, null), answers };
  const sight = sightOf(poll, letters, { reader, now });
  return mayLookAhead(actor, series, sight) ? null : "decisions.refusal.hidden";
}

/** While a poll is open: co-chairs from whom it hides nothing may look at a provisional ranking. */
export function mayLookAhead(actor: Actor, series: SeriesHead, sight: Pick<Sight, "hiddenBy">): boolean {
  return isCoChair(actor, series) && sight.hiddenBy === null;
}
