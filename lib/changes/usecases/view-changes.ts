import { type Change, checkMove, mayBeChanged } from "#lib/changes/domain/change";
import { listChanges } from "#lib/changes/store";
import { db } from "#lib/db/client";
import type { Finding } from "#lib/kernel/finding";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import { loadSeriesMeeting } from "#lib/meetings/usecases/load-series-meeting";
import type { Actor } from "#lib/people/domain/actor";
import type { Target } from "#lib/rules/domain/check-target";
import type { SlotContext } from "#lib/scheduling/domain/findings";
import { targetOf } from "#lib/scheduling/domain/target";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { loadSlotContext } from "#lib/scheduling/usecases/load-slot-context";
import { type FreeSlot, rankFreeSlots } from "#lib/scheduling/usecases/rank-free-slots";
import { consentState, type SideConsent } from "#lib/series/domain/consents";
import { isCoChair, sidesSpokenFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";

/** A change with where each side stands, and what the rules say of it. */
export type ChangeView = Change & {
  readonly sides: readonly SideConsent[];
  readonly findings: readonly Finding[];
};

/** The changes of one meeting as one person sees them. */
export type ChangesView = {
  readonly series: Series;
  readonly meeting: Omit<Meeting, "joiningLink">;
  /** The other meetings of the series, for the checks. */
  readonly others: readonly Omit<Meeting, "joiningLink">[];
  /** The one that waits for a side; null when there is none. */
  readonly open: ChangeView | null;
  readonly decided: readonly Change[];
  readonly context: SlotContext;
  readonly target: Target;
  /** Slots of the poll that could take its place, the best attended first. For co-chairs. */
  readonly freeSlots: readonly FreeSlot[];
  readonly mayPropose: boolean;
  readonly speaksForIds: readonly string[];
};

/**
 * What is put forward and was decided about the time of a meeting.
 *
 * @throws AppError `not_found` when there is no such meeting or it is not for this person.
 */
export async function viewChanges(
  actor: Actor,
  key: { readonly reference: string; readonly sequence: number },
  now = new Date(),
): Promise<ChangesView> {
  const series = await loadSeries(actor, key.reference, { now });
  const { joiningLink: _link, ...meeting } = await loadSeriesMeeting(db, series, key.sequence);
  const poll = await loadPoll(db, series);
  const [changes, all, consents, context] = await Promise.all([
    listChanges(db, meeting.id),
    listSeriesMeetings(db, series),
    listConsents(db, series),
    loadSlotContext(db, { series, poll, now }),
  ]);
  const others = all.map(({ joiningLink: _hidden, ...other }) => other);
  const target = targetOf(series);
  const open = changes.find(({ decidedAt }) => decidedAt === null) ?? null;
  const mayPropose = isCoChair(actor, series) && mayBeChanged(meeting, now);
  return {
    ...{ series, meeting, others, context, target, mayPropose },
    open: open && {
      ...open,
      sides: consentState(series, consents, { subject: "meeting_change", subjectId: open.id }),
      findings: open.next ? checkMove(open.next, meeting, { others, context, target }) : [],
    },
    decided: changes.filter(({ decidedAt }) => decidedAt !== null),
    freeSlots: mayPropose && poll ? await rankFreeSlots(db, { series, poll, taken: others, now }) : [],
    speaksForIds: mayBeChanged(meeting, now) ? sidesSpokenFor(actor, series).map(({ id }) => id) : [],
  };
}
