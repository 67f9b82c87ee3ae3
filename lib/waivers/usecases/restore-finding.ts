import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import type { RestoreFindingInput } from "#lib/waivers/schema";
import { deleteWaiver } from "#lib/waivers/store";

/**
 * Lets a finding that was set aside count again.
 *
 * @throws AppError `forbidden` when the person is no co-chair, `conflict` when it is not set aside.
 */
export async function restoreFinding(
  actor: Actor,
  input: RestoreFindingInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    requireCoChair(actor, series);
    const { seriesId, rule, subjectId, about } = input;
    const waived = await deleteWaiver(db, { seriesId, rule, subjectId, about });
    if (!waived) throw new AppError("conflict", "refusal.conflict");
    await recordAct(db, actor, {
      ...{ action: "findingRestore", subjectType: "waiver", subjectId: waived.id, seriesId: series.id },
      before: { rule, about, reason: waived.reason },
    });
  });
}
