import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { findOrInvitePerson } from "#lib/people/usecases/find-or-invite-person";
import { newcomers } from "#lib/series/domain/members";
import { requireSpeaksFor } from "#lib/series/domain/policy";
import { groupsOfSide } from "#lib/series/domain/series";
import { requireNotOver } from "#lib/series/domain/states";
import type { InviteParticipantsInput } from "#lib/series/schema";
import { insertParticipants, listRoleHolders } from "#lib/series/store/members";
import { loadSeries } from "./load-series.ts";

/**
 * Invites people for one's own side: some who hold a role in its groups, and one by name and e-mail address. Gives
 * how many are new; whoever takes part already stays as they are.
 *
 * @throws AppError `forbidden` for another side, `invalid` when a person holds no role in the side's groups or nobody
 *   is named, `conflict` when somebody takes part for another side.
 */
export async function inviteParticipants(
  actor: Actor,
  input: InviteParticipantsInput,
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    const side = requireSpeaksFor(actor, series, input.sideId);
    requireNotOver(series.state);
    const today = dayIn(now, GENEVA);
    const holders = await listRoleHolders(db, groupsOfSide(side), today);
    if (input.personIds.some((id) => !holders.some((holder) => holder.personId === id))) {
      throw new AppError("invalid", "series.refusal.notOfSide");
    }
    const named = await namedPeople(db, actor, input);
    if (named.length === 0) throw new AppError("invalid", "series.refusal.nobody");
    const fresh = newcomers(series, side.id, named);
    await insertParticipants(db, { seriesId: series.id, sideId: side.id, today }, fresh);
    if (fresh.length > 0) {
      await recordAct(db, actor, {
        ...{ action: "participantsInvite", subjectType: "side", subjectId: side.id, seriesId: series.id },
        after: { side: side.group.reference, people: fresh.length },
      });
    }
    return fresh.length;
  });
}

async function namedPeople(db: Db, actor: Actor, input: InviteParticipantsInput): Promise<string[]> {
  if (!input.newcomer) return [...input.personIds];
  return [...input.personIds, await findOrInvitePerson(db, actor, input.newcomer)];
}
