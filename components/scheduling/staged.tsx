import type { Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import type { StagedSlot } from "#lib/scheduling/domain/generate-slots";
import type { Wish } from "#lib/scheduling/domain/offer";

/** A slot on offer, as the browser gets it. `startsAt` is in milliseconds. */
export type BareSlot = { readonly id: string; readonly startsAt: number; readonly lengthMinutes: number };

/** A slot that is staged, with what the rules say of it. */
export type CheckedSlot = StagedSlot & { readonly findings: readonly Finding[]; readonly isBroken: boolean };

/** Days on which the groups of a side meet, or something else takes place. */
export type Band = {
  /** Of the side; empty for what is of neither. */
  readonly letter: string;
  readonly group: string;
  readonly title: string;
  readonly opensOn: Day;
  /** Last day, included. */
  readonly closesOn: Day;
};

/** A slot on the grid. */
export type Mark = {
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly kind: "staged" | "broken" | "offered";
};

/** One key for slots that are the same: same start and length. */
export const keyOf = (startsAt: number, lengthMinutes: number): string => `${startsAt}/${lengthMinutes}`;

export const keyOfStaged = ({ start, lengthMinutes }: Pick<StagedSlot, "start" | "lengthMinutes">): string =>
  keyOf(start.getTime(), lengthMinutes);

/** As the form sends it. */
export const toWish = ({ day, clock, timeZone, lengthMinutes }: Wish): Wish => ({
  ...{ day, clock, timeZone, lengthMinutes },
});

/** Both lists together, in time order; none twice, and none that is on offer already. */
export function mergeStaged(
  staged: readonly StagedSlot[],
  more: readonly StagedSlot[],
): readonly StagedSlot[] {
  const all = new Map([...staged, ...more].map((slot) => [keyOfStaged(slot), slot]));
  return [...all.values()].sort(
    (a, b) => a.start.getTime() - b.start.getTime() || a.lengthMinutes - b.lengthMinutes,
  );
}
