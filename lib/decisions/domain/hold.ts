import type { Interval } from "#lib/kernel/interval";

/** A tentative entry in the calendars of those asked, for one slot. */
export type Hold = Interval & {
  readonly slotId: string;
  /** SEQUENCE of the entry as it left last. */
  readonly sequence: number;
  /** Null while it is held. */
  readonly releasedAt: Date | null;
};

/** Whether the entry still stands in calendars. */
export const isHeld = ({ releasedAt }: Pick<Hold, "releasedAt">): boolean => releasedAt === null;

/** The slots to hold that are not held yet, each with the SEQUENCE of its entry: 0, or one more than last time. */
export function holdsToMake<S extends { readonly id: string }>(
  slots: readonly S[],
  known: readonly Hold[],
): (S & { readonly sequence: number })[] {
  return slots.flatMap((slot) => {
    const before = known.find(({ slotId }) => slotId === slot.id);
    if (before && isHeld(before)) return [];
    return [{ ...slot, sequence: before ? before.sequence + 1 : 0 }];
  });
}

/** The entries to take out of calendars, each with the SEQUENCE of its cancellation, but for the slots kept. */
export function holdsToRelease(known: readonly Hold[], keptSlotIds: readonly string[]): Hold[] {
  return known
    .filter((hold) => isHeld(hold) && !keptSlotIds.includes(hold.slotId))
    .map((hold) => ({ ...hold, sequence: hold.sequence + 1 }));
}

/** UID of a slot's entry: the same for ever, also when a meeting takes the entry over. */
export const holdUid = (slotId: string, domain: string): string => `hold-${slotId}@${domain}`;
