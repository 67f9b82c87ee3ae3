import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import type { WaiveFindingInput } from "#lib/waivers/schema";
import { insertWaiver } from "#lib/waivers/store";

/**
 * Sets a finding aside for a reason that is kept and printed in the record.
 *
 * @throws AppError `forbidden` when the person is no co-chair, `conflict` when it is set aside already.
 */
export async function waiveFinding(actor: Actor, input: WaiveFindingInput, now = new Date()): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    requireCoChair(actor, series);
    const { seriesId, rule, subjectId, about, reason } = input;
    const key = { seriesId, rule, subjectId, about };
    const id = await insertWaiver(db, key, { reason, waivedById: actor.id, waivedAt: now });
    if (!id) throw new AppError("conflict", "waivers.already");
    await recordAct(db, actor, {
      ...{ action: "findingWaive", subjectType: "waiver", subjectId: id, seriesId },
      after: { rule, about, reason },
    });
  });
}
