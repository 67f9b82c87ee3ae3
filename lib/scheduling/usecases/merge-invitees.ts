import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { isDouble } from "#lib/scheduling/domain/duplicates";
import { mergeAnswers } from "#lib/scheduling/domain/merge-answers";
import { mayMerge, requireMayInvite, requireTakesPeople } from "#lib/scheduling/domain/policy";
import type { Invitee, Poll } from "#lib/scheduling/domain/poll";
import { deleteInvitee, getInvitee, listInvitees, updateMerged } from "#lib/scheduling/store/invitees";
import { holdPoll } from "#lib/scheduling/store/polls";
import { type Series, sideOf } from "#lib/series/domain/series";
import { findPollFor } from "./find-poll-for.ts";
import { listDoubles } from "./list-doubles.ts";
import { tellMerged } from "./tell-merged.ts";

/**
 * Makes one entry of two that look like the same person. The kept entry keeps its side and link, and for each slot the
 * answer that was given later; the other entry and its link are gone. Who is required in one is required. Once the poll
 * is open, both addresses are told: they may be two people after all.
 *
 * @throws AppError `forbidden` for who is neither co-chair nor secretariat, and, while each side is hidden from the
 *   other, unless both entries are of one side and the person belongs to it; `not_found` for entries of another poll;
 *   `invalid` for one and the same entry; `conflict` when they do not look like one person, or the poll is closed or
 *   decided.
 */
export async function mergeInvitees(
  actor: Actor,
  input: { readonly reference: string; readonly keepId: string; readonly mergeId: string },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { series, poll } = await findPollFor(db, actor, { key: input, right: requireMayInvite, now });
    requireTakesPeople(poll, now);
    await holdPoll(db, poll.id);
    if (input.keepId === input.mergeId)
      throw new AppError("invalid", "scheduling.inviting.refusal.sameEntry");
    const kept = await getInvitee(db, poll.id, input.keepId);
    const merged = await getInvitee(db, poll.id, input.mergeId);
    await requireMergeable(db, actor, { series, poll, pair: [kept, merged], now });
    await unite(db, kept, merged);
    await tellMerged(db, actor, { series, poll, kept, merged, now });
    const name = ({ name: of, entity, sideId }: Invitee) =>
      [of, entity, sideOf(series, sideId).group.reference].filter(Boolean).join(", ");
    await recordAct(db, actor, {
      ...{ action: "inviteesMerge", subjectType: "invitee", subjectId: kept.id, seriesId: series.id },
      before: { entryGone: name(merged) },
      after: { entryKept: name(kept), answersOf: merged.answeredAt ? (kept.answeredAt ? 2 : 1) : 0 },
    });
  });
}

type Pair = {
  readonly series: Series;
  readonly poll: Poll;
  readonly pair: readonly [Invitee, Invitee];
  readonly now: Date;
};

async function requireMergeable(db: Db, actor: Actor, { series, poll, pair, now }: Pair): Promise<void> {
  const [one, other] = pair;
  if (!mayMerge(actor, series, { poll, sideIds: [one.sideId, other.sideId], now }))
    throw new AppError("forbidden", "scheduling.inviting.refusal.hiddenSides");
  const doubles = await listDoubles(db, await listInvitees(db, poll.id));
  if (!isDouble(doubles, one.id, other.id))
    throw new AppError("conflict", "scheduling.inviting.refusal.notDouble");
}

async function unite(db: Db, kept: Invitee, merged: Invitee): Promise<void> {
  const later = (merged.answeredAt ?? 0) > (kept.answeredAt ?? 0) ? merged : kept;
  await deleteInvitee(db, merged.id);
  await updateMerged(db, kept.id, {
    ...mergeAnswers(kept, merged),
    enteredById: later.enteredById,
    required: kept.required || merged.required,
  });
}
