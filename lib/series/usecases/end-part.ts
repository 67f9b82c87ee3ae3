import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { mayEndPart, requireMember } from "#lib/series/domain/members";
import { sideOf } from "#lib/series/domain/series";
import type { EndPartInput } from "#lib/series/schema";
import { endMember } from "#lib/series/store/members";
import { loadSeries } from "./load-series.ts";

/**
 * Ends somebody's part in a series from today on. What the person did in it stays.
 *
 * @throws AppError `forbidden` unless the person speaks for that side or ends their own part; `not_found` when the part
 *   has ended.
 */
export async function endPart(actor: Actor, input: EndPartInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    const member = requireMember(series, input.memberId);
    if (!mayEndPart(actor, series, member)) throw new AppError("forbidden", "refusal.forbidden");
    await endMember(db, member.id, dayIn(now, GENEVA));
    await recordAct(db, actor, {
      ...{ action: "partEnd", subjectType: "member", subjectId: member.id, seriesId: series.id },
      before: { name: member.name, role: member.role, side: sideOf(series, member.sideId).group.reference },
    });
  });
}
