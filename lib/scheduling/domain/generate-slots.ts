import { addDays, type Day, daysBetween } from "#lib/kernel/day";
import { isAppError } from "#lib/kernel/errors";
import { addMinutes, type Interval } from "#lib/kernel/interval";
import { existingInstant, type Wish } from "./offer.ts";

/** Which slots to make: on these weekdays of these days, within these hours of one zone's clock. */
export type Generation = {
  readonly fromDay: Day;
  /** Last day, included. */
  readonly toDay: Day;
  /** ISO numbers: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** `HH:mm`. When `toClock` is not later, the hours run over midnight. */
  readonly fromClock: string;
  readonly toClock: string;
  readonly timeZone: string;
  readonly lengthMinutes: number;
  /** Minutes on the clock from one start to the next. */
  readonly stepMinutes: number;
};

/** A slot that is not offered yet: as somebody would write it, and as instants. */
export type StagedSlot = Wish & Interval;

export type Generated = {
  /** In time order. */
  readonly slots: readonly StagedSlot[];
  /** How many were left out, and why. */
  readonly leftOut: {
    readonly past: number;
    readonly taken: number;
    readonly ownMeetings: number;
    /** Clocks skip their start on that day. */
    readonly skipped: number;
  };
};

/** What generated slots may not touch. */
export type GenerationLimits = {
  readonly now: Date;
  /** Slots that are there already: the same start and length is not made again. */
  readonly taken: readonly { readonly start: Date; readonly lengthMinutes: number }[];
  /** Whether a span falls into a meeting of either side's own groups. */
  readonly isOwnMeeting: (span: Interval) => boolean;
};

/** Longest range of days that is looked at. */
export const MOST_DAYS = 400;

/**
 * The slots that follow from the range, hours, length and step; each keeps its clock time on every day, whatever the
 * clocks of the zone do in between. A slot starts within the hours and, by the clock, ends within them.
 *
 * Empty when the range is turned round or longer than {@link MOST_DAYS}, or when nothing fits into the hours.
 */
export function generateSlots(generation: Generation, limits: GenerationLimits): Generated {
  const leftOut = { past: 0, taken: 0, ownMeetings: 0, skipped: 0 };
  const taken = new Set(limits.taken.map(keyOf));
  const slots: StagedSlot[] = [];
  for (const wish of wishesOf(generation)) {
    const slot = stageWish(wish);
    const reason = slot ? reasonAgainst(slot, { ...limits, taken }) : "skipped";
    if (reason) leftOut[reason] += 1;
    else if (slot) {
      taken.add(keyOf(slot));
      slots.push(slot);
    }
  }
  return { slots: slots.sort((a, b) => a.start.getTime() - b.start.getTime()), leftOut };
}

/** The wish with its instants, or null when clocks skip its start. */
export function stageWish(wish: Wish): StagedSlot | null {
  try {
    const start = existingInstant(wish);
    return { ...wish, start, end: addMinutes(start, wish.lengthMinutes) };
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

type Checked = Omit<GenerationLimits, "taken"> & { readonly taken: ReadonlySet<string> };

function reasonAgainst(slot: StagedSlot, { now, taken, isOwnMeeting }: Checked) {
  if (slot.start <= now) return "past";
  if (taken.has(keyOf(slot))) return "taken";
  return isOwnMeeting(slot) ? "ownMeetings" : null;
}

const keyOf = ({ start, lengthMinutes }: { readonly start: Date; readonly lengthMinutes: number }) =>
  `${start.getTime()}/${lengthMinutes}`;

function wishesOf(generation: Generation): Wish[] {
  const { fromDay, toDay, weekdays, timeZone, lengthMinutes } = generation;
  const count = daysBetween(fromDay, toDay) + 1;
  if (!(count >= 1 && count <= MOST_DAYS)) return [];
  const starts = startsOf(generation);
  return Array.from({ length: count }, (_, index) => addDays(fromDay, index))
    .filter((day) => weekdays.includes(isoWeekday(day)))
    .flatMap((day) =>
      starts.map((minute) => ({
        day: addDays(day, Math.floor(minute / MINUTES_A_DAY)),
        clock: clockOf(minute % MINUTES_A_DAY),
        ...{ timeZone, lengthMinutes },
      })),
    );
}

const MINUTES_A_DAY = 1_440;

/** Minutes after midnight at which slots of a day start. */
function startsOf({ fromClock, toClock, lengthMinutes, stepMinutes }: Generation): number[] {
  const from = minutesOf(fromClock);
  const to = minutesOf(toClock) > from ? minutesOf(toClock) : minutesOf(toClock) + MINUTES_A_DAY;
  if (!(lengthMinutes > 0 && stepMinutes > 0)) return [];
  const count = Math.floor((to - from - lengthMinutes) / stepMinutes) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * stepMinutes);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** `HH:mm` of minutes after midnight, 0 to 1439. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** 1 for a Monday, 7 for a Sunday. */
export const isoWeekday = (day: Day): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
