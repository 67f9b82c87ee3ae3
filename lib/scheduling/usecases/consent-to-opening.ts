import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { requireTakesOpening } from "#lib/scheduling/domain/policy";
import type { OpeningInput } from "#lib/scheduling/schema";
import { insertOpenings, updateOpened } from "#lib/scheduling/store/openings";
import { getPoll, holdPoll } from "#lib/scheduling/store/polls";
import { isCoChair, requireCoChair } from "#lib/series/domain/policy";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Writes down that a co-chair agrees, for that side, to show what a setting hides. Once the co-chairs of every side
 * agree it is shown for good; no way leads back. Says whether it is shown now. May run twice.
 *
 * After the deadline everything is shown already; then it means that the poll may open again with all of it shown.
 *
 * @throws AppError `forbidden` for who is no co-chair, `conflict` when nothing is hidden by the setting, before the poll
 *   is opened (it is chosen with the opening), and once it is decided.
 */
export async function consentToOpening(
  actor: Actor,
  { reference, setting }: OpeningInput,
  now = new Date(),
): Promise<boolean> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, reference, { db, now });
    requireCoChair(actor, series);
    const poll = await getPoll(db, series.id);
    requireTakesOpening(poll);
    if (!(setting === "others" ? poll.hidesOthers : poll.hidesSides))
      throw new AppError("conflict", "scheduling.refusal.notHidden");
    await holdPoll(db, poll.id);
    const sideIds = series.sides.map(({ id }) => id).filter((id) => isCoChair(actor, series, id));
    const opening = { pollId: poll.id, setting, personId: actor.id };
    const agreed = await insertOpenings(db, opening, { sideIds, at: now });
    const isOpen = series.sides.every(({ id }) => agreed.includes(id));
    if (isOpen) await updateOpened(db, poll.id, setting);
    await recordAct(db, actor, {
      ...{ action: "answersOpen", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: { setting, sideIds, shown: isOpen },
    });
    return isOpen;
  });
}
