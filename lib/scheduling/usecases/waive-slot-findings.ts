import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import type { WaiveSlotFindingsInput } from "#lib/scheduling/schema";
import { getPoll } from "#lib/scheduling/store/polls";
import { requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import { setFindingsAside } from "#lib/waivers/usecases/set-findings-aside";

/**
 * Sets what one rule says of several slots aside, for a reason that is kept and printed in the record.
 *
 * @throws AppError `forbidden` when the person is no co-chair, `conflict` when one of the slots is not on offer in this
 *   series (any more).
 */
export async function waiveSlotFindings(
  actor: Actor,
  input: WaiveSlotFindingsInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireCoChair(actor, series);
    const { slots } = await getPoll(db, series.id);
    const known = new Set(slots.map(({ id }) => id));
    if (!input.slotIds.every((id) => known.has(id)))
      throw new AppError("conflict", "offering.refusal.goneAlready");
    const findings = input.slotIds.map((subjectId) => ({ rule: input.rule, subjectId }));
    await setFindingsAside(db, actor, { series, findings, reason: input.reason, now });
  });
}
