import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { findOrInvitePerson } from "#lib/people/usecases/find-or-invite-person";
import { coChairOf, requireMayBeCoChair } from "#lib/series/domain/members";
import { requireSpeaksFor } from "#lib/series/domain/policy";
import { requireNotOver } from "#lib/series/domain/states";
import type { PutForwardCoChairInput } from "#lib/series/schema";
import { endMember, putForwardCoChair as insertCoChair } from "#lib/series/store/members";
import { loadSeries } from "./load-series.ts";

/**
 * Puts a co-chair forward for one's own side. Who was co-chair of it until now is so no more; the other sides
 * welcome the new one.
 *
 * @throws AppError `forbidden` for another side, `conflict` when the side's co-chair changed since the form was shown,
 *   or when the person is co-chair already.
 */
export async function putForwardCoChair(
  actor: Actor,
  input: PutForwardCoChairInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    const side = requireSpeaksFor(actor, series, input.sideId);
    requireNotOver(series.state);
    const replaced = coChairOf(series, side.id);
    if ((replaced?.id ?? null) !== input.replacesId) throw new AppError("conflict", "refusal.conflict");

    const personId = await findOrInvitePerson(db, actor, input);
    requireMayBeCoChair(series, side.id, personId);
    if (replaced) await endMember(db, replaced.id, dayIn(now, GENEVA));
    const part = { seriesId: series.id, sideId: side.id, personId, office: input.office };
    const memberId = await insertCoChair(db, part, now);
    await recordAct(db, actor, {
      ...{ action: "coChairPutForward", subjectType: "member", subjectId: memberId, seriesId: series.id },
      ...(replaced ? { before: { name: replaced.name, office: replaced.office } } : {}),
      after: { side: side.group.reference, name: input.name, office: input.office },
    });
  });
}
