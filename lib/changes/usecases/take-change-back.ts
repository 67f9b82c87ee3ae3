import { recordAct } from "#lib/audit/record";
import type { TakeChangeBackInput } from "#lib/changes/schema";
import { findChange, supersedeChange } from "#lib/changes/store";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Takes a change of a meeting back that not every side has agreed to.
 *
 * @throws AppError `forbidden` for who is no co-chair, `not_found` for an unknown change, `conflict` when it is decided
 *   or no longer stands.
 */
export async function takeChangeBack(
  actor: Actor,
  input: TakeChangeBackInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireCoChair(actor, series);
    const change = await findChange(db, series.id, input.changeId);
    if (!change) throw new AppError("not_found", "refusal.notFound");
    if (!(await supersedeChange(db, change.id, now)))
      throw new AppError("conflict", "changes.refusal.replaced");
    await recordAct(db, actor, {
      ...{
        action: "changeTakeBack",
        subjectType: "meetingChange",
        subjectId: change.id,
        seriesId: series.id,
      },
      before: { meeting: change.sequence, kind: change.kind },
    });
  });
}
