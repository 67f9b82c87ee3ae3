import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { guestsOf } from "#lib/scheduling/domain/opening";
import { requireMayRunPoll, requireTakesPeople } from "#lib/scheduling/domain/policy";
import { insertInvitee, listInvitees, updateRequired } from "#lib/scheduling/store/invitees";
import { getPoll, holdPoll } from "#lib/scheduling/store/polls";
import { loadSeries } from "#lib/series/usecases/load-series";

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
    const poll = await getPoll(db, series.id);
    requireTakesPeople(poll, now);
    await holdPoll(db, poll.id);
    const listed = await listInvitees(db, poll.id);
    const guests = poll.state === "draft" ? guestsOf(series, listed) : listed;
    for (const personId of input.required) {
      const guest = guests.find((other) => other.personId === personId);
      if (!guest) throw new AppError("invalid", "scheduling.inviting.refusal.notAsked");
      if (listed.some((other) => other.personId === personId)) continue;
      const { sideId } = guest;
      await insertInvitee(db, { pollId: poll.id, personId, sideId, tokenHash: null, linkNumber: 0 });
    }
    await updateRequired(db, poll.id, input.required);
    const names = (ids: readonly string[]) => guestNames(series, listed, ids);
    const before = listed.filter(({ required }) => required).map(({ personId }) => personId);
    await recordAct(db, actor, {
      ...{ action: "pollRequire", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      ...{ before: { required: names(before) }, after: { required: names(input.required) } },
    });
  });
}

type Named = { readonly personId: string; readonly name: string };

const guestNames = (
  series: { readonly members: readonly Named[] },
  listed: readonly Named[],
  ids: readonly string[],
) =>
  ids.map((id) => [...listed, ...series.members].find(({ personId }) => personId === id)?.name ?? "").sort();
