import { db } from "#lib/db/client";
import type { Choice } from "#lib/decisions/domain/choice";
import { findChoice } from "#lib/decisions/store/choices";
import type { Finding } from "#lib/kernel/finding";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { mayConfirm } from "#lib/meetings/domain/policy";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { countByZone } from "#lib/rules/domain/zone-people";
import { checkSelection } from "#lib/scheduling/domain/findings";
import { phaseOf, type PollPhase, type Slot } from "#lib/scheduling/domain/poll";
import { targetOf } from "#lib/scheduling/domain/target";
import { loadPoll } from "#lib/scheduling/usecases/load-poll";
import { consentState, type SideConsent } from "#lib/series/domain/consents";
import { sidesSpokenFor } from "#lib/series/domain/policy";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";

/** The slots put forward, and where each side stands on them. */
export type ChoiceView = Choice & {
  readonly phase: PollPhase;
  readonly proposedBy: string;
  readonly slots: readonly Slot[];
  readonly findings: readonly Finding[];
  readonly sides: readonly SideConsent[];
  /** Once the dates are decided. */
  readonly meetings: readonly Meeting[];
  /** What this reader may do now. */
  readonly mayConfirm: boolean;
  readonly speaksForIds: readonly string[];
};

/**
 * The dates put forward last, or null while there are none.
 *
 * @throws AppError `not_found` for who may not see the series.
 */
export async function viewChoice(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<ChoiceView | null> {
  const series = await loadSeries(actor, reference, { now });
  const poll = await loadPoll(db, series);
  const choice = poll && (await findChoice(db, poll.id));
  if (!poll || !choice) return null;
  const phase = phaseOf(poll, now);
  const slots = poll.slots.filter(({ id }) => choice.slotIds.includes(id));
  const subject = { subject: "dates", subjectId: choice.id } as const;
  const [consents, meetings] = await Promise.all([
    listConsents(db, series),
    phase === "decided" ? listSeriesMeetings(db, series) : [],
  ]);
  return {
    ...{ ...choice, phase, slots, meetings },
    findings: checkSelection(slots, countByZone(series.members), targetOf(series)),
    sides: consentState(series, consents, subject),
    mayConfirm: mayConfirm(actor, series),
    speaksForIds: phase === "closed" ? sidesSpokenFor(actor, series).map(({ id }) => id) : [],
  };
}
