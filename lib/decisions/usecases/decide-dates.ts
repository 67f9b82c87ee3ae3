import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import { isHeld } from "#lib/decisions/domain/hold";
import { listAssents } from "#lib/decisions/store/assents";
import { updateChoiceDecided } from "#lib/decisions/store/choices";
import { listHolds } from "#lib/decisions/store/holds";
import { planMeetings } from "#lib/meetings/usecases/plan-meetings";
import type { Actor } from "#lib/people/domain/actor";
import { settlePoll } from "#lib/scheduling/usecases/settle-poll";
import { advanceSeries } from "#lib/series/usecases/advance-series";
import { uidOf } from "./mail-holds.ts";
import { releaseAllBut } from "./release-all-but.ts";
import { type Deciding, writeRecord } from "./write-record.ts";

/**
 * All that follows from the last side's assent, in its transaction: the meetings are planned, each taking over the
 * tentative entry of its slot if there is one, the other entries are released, and the decision is written down.
 */
export async function decideDates(db: Db, actor: Actor, deciding: Omit<Deciding, "assents">): Promise<void> {
  const { series, poll, choice, slots, now } = deciding;
  const holds = (await listHolds(db, poll.id)).filter(isHeld);
  await updateChoiceDecided(db, choice, now);
  await settlePoll(db, poll);
  await advanceSeries(db, series.id, "meetings_planned");
  const planned = slots.map((slot) => {
    const hold = holds.find(({ slotId }) => slotId === slot.id);
    return { ...slot, entry: hold ? { uid: uidOf(slot.id), sequence: hold.sequence } : null };
  });
  await planMeetings(db, actor, { seriesId: series.id, slots: planned });
  await releaseAllBut(db, null, { series, pollId: poll.id, kept: choice.slotIds, now });
  const sha256 = await writeRecord(db, { ...deciding, assents: await listAssents(db, choice.id) });
  await recordAct(db, null, {
    ...{ action: "datesDecide", subjectType: "choice", subjectId: choice.id, seriesId: series.id },
    after: { slots: [...choice.slotIds], rank: choice.rank, reason: choice.reason, sha256 },
  });
}
