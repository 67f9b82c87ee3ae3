import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import { holdsToRelease } from "#lib/decisions/domain/hold";
import { listHolds, updateReleased } from "#lib/decisions/store/holds";
import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { mailHolds } from "./mail-holds.ts";

type Release = {
  readonly series: Series;
  readonly pollId: string;
  /** Ids of the slots that stay in the calendars. */
  readonly kept: readonly string[];
  readonly now: Date;
};

/** Takes the entries of all other slots out of the calendars, in the transaction of a use case that may. Gives how many. */
export async function releaseAllBut(
  db: Db,
  actor: Actor | null,
  { series, pollId, kept, now }: Release,
): Promise<number> {
  const slots = holdsToRelease(await listHolds(db, pollId), kept);
  if (slots.length === 0) return 0;
  for (const { slotId, sequence } of slots) await updateReleased(db, slotId, { sequence, releasedAt: now });
  const people = await mailHolds(db, { kind: "release", pollId, series, slots, now });
  await recordAct(db, actor, {
    ...{ action: "slotsRelease", subjectType: "poll", subjectId: pollId, seriesId: series.id },
    after: { slots: slots.map(({ start }) => start.toISOString()), people },
  });
  return slots.length;
}
