import type { Db } from "#lib/db/client";
import { type Interval, overlaps } from "#lib/kernel/interval";
import type { Poll, Slot } from "#lib/scheduling/domain/poll";
import { compareTotals, type SlotTotal, tally } from "#lib/scheduling/domain/tally";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { type Series, sideOf } from "#lib/series/domain/series";

/** A slot of the poll that no meeting took, with how many people of each side can attend. */
export type FreeSlot = Slot & { readonly total: SlotTotal };

/** How many are worth looking at. */
const MOST = 6;

/**
 * The slots of a poll that could take the place of a meeting, by what people answered: to come, clear of all meetings,
 * with enough people of each side; the best attended first, at most six.
 */
export async function rankFreeSlots(
  db: Db,
  {
    series,
    poll,
    taken,
    now,
  }: {
    readonly series: Series;
    readonly poll: Poll;
    readonly taken: readonly Interval[];
    readonly now: Date;
  },
): Promise<FreeSlot[]> {
  const invitees = await listInvitees(db, poll.id);
  const rows = invitees.map(({ sideId, answers }) => ({ letter: sideOf(series, sideId).letter, answers }));
  const letters = series.sides.map(({ letter }) => letter);
  return tally(poll, letters, rows)
    .flatMap((total, index) => {
      const slot = poll.slots[index];
      return slot && total.quorate && isFree(slot, taken, now) ? [{ ...slot, total }] : [];
    })
    .sort((a, b) => compareTotals(a.total, b.total))
    .slice(0, MOST);
}

const isFree = (slot: Slot, taken: readonly Interval[], now: Date) =>
  slot.start > now && !taken.some((meeting) => overlaps(slot, meeting));
