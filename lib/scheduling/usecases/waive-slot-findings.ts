import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { checkSlot } from "#lib/scheduling/domain/findings";
import type { WaiveSlotFindingsInput } from "#lib/scheduling/schema";
import { getPoll } from "#lib/scheduling/store/polls";
import { requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";
import { breachesOf } from "#lib/waivers/domain/waiver";
import { setFindingsAside } from "#lib/waivers/usecases/set-findings-aside";
import { loadSlotContext } from "./load-slot-context.ts";

/**
 * Sets what one rule says of several slots aside, finding by finding, for a reason that is kept and printed in the
 * record. What the rule finds later is asked anew.
 *
 * @throws AppError `forbidden` when the person is no co-chair, `conflict` when one of the slots is not on offer in this
 *   series (any more), or the rule does not say (any more) what is to be set aside.
 */
export async function waiveSlotFindings(
  actor: Actor,
  input: WaiveSlotFindingsInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireCoChair(actor, series);
    const poll = await getPoll(db, series.id);
    const context = await loadSlotContext(db, { series, poll, now });
    const findings = input.findings.map(({ subjectId, about }) => {
      const slot = poll.slots.find(({ id }) => id === subjectId);
      if (!slot) throw new AppError("conflict", "offering.refusal.goneAlready");
      const breach = breachesOf(checkSlot(slot, context), slot.id).find(
        (key) => key.rule === input.rule && key.about === about,
      );
      if (!breach) throw new AppError("conflict", "offering.refusal.otherFinding");
      return breach;
    });
    await setFindingsAside(db, actor, { series, findings, reason: input.reason, now });
  });
}
