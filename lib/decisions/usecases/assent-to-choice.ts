import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { type Choice, chooseSlots } from "#lib/decisions/domain/choice";
import type { AssentInput } from "#lib/decisions/schema";
import { findChoice, updateChoiceDecided } from "#lib/decisions/store/choices";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { planMeetings } from "#lib/meetings/usecases/plan-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { requireTakesChoice } from "#lib/scheduling/domain/policy";
import type { Poll } from "#lib/scheduling/domain/poll";
import { settlePoll } from "#lib/scheduling/usecases/settle-poll";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import { consentState, jointOutcome } from "#lib/series/domain/consents";
import { requireSpeaksFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { advanceSeries } from "#lib/series/usecases/advance-series";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";
import { recordSideConsent } from "#lib/series/usecases/record-side-consent";

/**
 * Writes down what a side says to the slots put forward. When every side has agreed, the meetings are planned and the
 * poll is decided: once, however many say so, at once or twice. Says whether all is decided.
 *
 * @throws AppError `forbidden` for who does not speak for the side, `conflict` when other slots were put forward
 *   meanwhile, the poll is open again, or a slot is past.
 */
export async function assentToChoice(actor: Actor, input: AssentInput, now = new Date()): Promise<boolean> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireSpeaksFor(actor, series, input.sideId);
    const poll = await takePoll(db, series);
    const choice = await findChoice(db, poll.id);
    if (choice?.id !== input.choiceId) throw new AppError("conflict", "decisions.refusal.choiceReplaced");
    const subject = { subject: "dates", subjectId: choice.id } as const;
    const before = consentState(series, await listConsents(db, series), subject);
    const own = before.find(({ side }) => side.id === input.sideId);
    if (own?.outcome === input.outcome && input.outcome === "agreed") return choice.decidedAt !== null;

    requireTakesChoice(poll, now);
    const slots = chooseSlots(poll, choice.slotIds, { meetingCount: choice.slotIds.length, now });
    const { reference: _reference, choiceId: _choiceId, ...said } = input;
    const consent = { ...said, ...subject, decidedOn: dayIn(now, GENEVA) };
    const sides = await recordSideConsent(db, actor, { series, consent, now });
    if (jointOutcome(sides) !== "agreed") return false;
    await decide(db, { series, poll, choice, now });
    await planMeetings(db, actor, { seriesId: series.id, slots });
    return true;
  });
}

async function decide(
  db: Db,
  { series, poll, choice, now }: { series: Series; poll: Poll; choice: Choice; now: Date },
): Promise<void> {
  await updateChoiceDecided(db, choice.id, now);
  await settlePoll(db, poll);
  await advanceSeries(db, series.id, "meetings_planned");
  await recordAct(db, null, {
    ...{ action: "datesDecide", subjectType: "choice", subjectId: choice.id, seriesId: series.id },
    after: { slots: [...choice.slotIds] },
  });
}
