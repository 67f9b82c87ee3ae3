import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { chooseSlots } from "#lib/decisions/domain/choice";
import type { ChooseSeriesInput } from "#lib/decisions/schema";
import { insertChoice } from "#lib/decisions/store/choices";
import { requireMayRunPoll, requireTakesChoice } from "#lib/scheduling/domain/policy";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Puts slots forward as the series, for each side to assent to. A choice put forward before, and what sides said to
 * it, no longer count. Gives the id of the choice.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for another number of slots than meetings, past or
 *   overlapping ones, `conflict` while the poll is open, when a slot was withdrawn, or when all is decided.
 */
export async function chooseSeries(
  actor: Actor,
  input: ChooseSeriesInput,
  now = new Date(),
): Promise<string> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = await takePoll(db, series);
    requireTakesChoice(poll, now);
    const slots = chooseSlots(poll, input.slotIds, { meetingCount: series.meetingCount, now });
    const choice = {
      pollId: poll.id,
      slotIds: slots.map(({ id }) => id),
      proposedById: actor.id,
      proposedAt: now,
    };
    const id = await insertChoice(db, choice);
    await recordAct(db, actor, {
      ...{ action: "seriesChoose", subjectType: "choice", subjectId: id, seriesId: series.id },
      after: { meetings: slots.map(({ start }) => start.toISOString()) },
    });
    return id;
  });
}
