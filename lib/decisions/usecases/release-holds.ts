import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireMayRunPoll } from "#lib/scheduling/domain/policy";
import { takePoll } from "#lib/scheduling/usecases/take-poll";
import { loadSeries } from "#lib/series/usecases/load-series";
import { releaseAllBut } from "./release-all-but.ts";

/**
 * Takes all tentative entries of a series out of the calendars. Gives how many.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when none is held or the dates are decided.
 */
export async function releaseHolds(
  actor: Actor,
  input: { readonly reference: string },
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayRunPoll(actor, series);
    const poll = await takePoll(db, series);
    const released = await releaseAllBut(db, actor, { series, pollId: poll.id, kept: [], now });
    if (released === 0) throw new AppError("conflict", "decisions.refusal.noneHeld");
    return released;
  });
}
