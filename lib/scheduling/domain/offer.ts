import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { addMinutes, type Interval } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { clockIn, dayIn, instantOf } from "#lib/kernel/zone";
import type { Poll } from "./poll.ts";

/** A slot as a co-chair writes it: a day and a time on the clock of a zone. */
export type Wish = {
  readonly day: Day;
  /** `HH:mm`. */
  readonly clock: string;
  readonly timeZone: string;
  readonly lengthMinutes: number;
};

/** A wish as instants. */
export type OfferedSlot = Interval & { readonly lengthMinutes: number; readonly timeZone: string };

/** Slots on offer and withdrawn ones together: ordinals are never reused, and answers stay small. */
export const MOST_SLOTS = 500;

/**
 * The slots that these wishes name, in the order given.
 *
 * @throws AppError `invalid` when a time does not exist on that day (clocks go forward), is not in the future, is
 * already on offer or is named twice, or when the poll would get more than {@link MOST_SLOTS}.
 */
export function planOffer(
  poll: Pick<Poll, "slots" | "nextOrdinal">,
  wishes: readonly Wish[],
  now: Date,
): OfferedSlot[] {
  if (poll.nextOrdinal + wishes.length > MOST_SLOTS)
    throw new AppError("invalid", say("scheduling.refusal.tooManySlots", { most: MOST_SLOTS }));
  const taken = new Set(poll.slots.map(keyOf));
  return wishes.map((wish) => {
    const slot = toSlot(wish);
    const values = { day: wish.day, clock: wish.clock, zone: wish.timeZone };
    if (slot.start <= now) throw new AppError("invalid", say("scheduling.refusal.past", values));
    if (taken.has(keyOf(slot))) throw new AppError("invalid", say("scheduling.refusal.duplicate", values));
    taken.add(keyOf(slot));
    return slot;
  });
}

/** The instant of a day and time in a zone. @throws AppError `invalid` when clocks skip it. */
export function existingInstant({ day, clock, timeZone }: Omit<Wish, "lengthMinutes">): Date {
  const instant = instantOf(day, clock, timeZone);
  if (dayIn(instant, timeZone) !== day || clockIn(instant, timeZone) !== clock)
    throw new AppError("invalid", say("scheduling.refusal.skippedTime", { day, clock, zone: timeZone }));
  return instant;
}

function toSlot(wish: Wish): OfferedSlot {
  const start = existingInstant(wish);
  const { lengthMinutes, timeZone } = wish;
  return { start, end: addMinutes(start, lengthMinutes), lengthMinutes, timeZone };
}

const keyOf = ({ start, lengthMinutes }: Pick<OfferedSlot, "start" | "lengthMinutes">) =>
  `${start.getTime()}/${lengthMinutes}`;
