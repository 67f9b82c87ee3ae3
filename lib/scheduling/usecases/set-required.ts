import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesPeople } from "#lib/scheduling/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import { requirePeople } from "./require-people.ts";
import { takePoll } from "./take-poll.ts";

/**
 * Says whose attendance every meeting of the series needs: these people and no others.
 *
 * A member of the series who was not on the list of a draft is put there. It may run twice.
 *
 * @throws AppError `forbidden` for who is no co-chair, `invalid` for somebody who is not asked, `conflict` when the
 *   poll is closed or decided.
 */
export async function setRequired(
  actor: Actor,
  input: { readonly reference: string; readonly required: readonly string[] },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = await takePoll(db, series);
    requireTakesPeople(poll, now);
    const names = await requirePeople(db, { series, poll }, input.required);
    await recordAct(db, actor, {
      ...{ action: "pollRequire", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      ...{ before: { required: names.before }, after: { required: names.after } },
    });
  });
}
