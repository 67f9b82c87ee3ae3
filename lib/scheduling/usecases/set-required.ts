import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll, requireTakesPeople } from "#lib/scheduling/domain/policy";
import { holdPoll } from "#lib/scheduling/store/polls";
import { findPollFor } from "./find-poll-for.ts";
import { requirePeople } from "./require-people.ts";

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
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayRunPoll, now });
    await holdPoll(db, poll.id);
    requireTakesPeople(poll, now);
    const names = await requirePeople(db, { series, poll }, input.required);
    await recordAct(db, actor, {
      ...{ action: "pollRequire", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      ...{ before: { required: names.before }, after: { required: names.after } },
    });
  });
}
