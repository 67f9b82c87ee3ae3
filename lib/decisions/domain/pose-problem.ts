import { addDays } from "#lib/kernel/day";
import { GENEVA, instantOf } from "#lib/kernel/zone";
import type { RankedPerson, SeriesProblem } from "#lib/ranking/domain/problem";
import type { Slot } from "#lib/scheduling/domain/poll";
import type { Aims } from "./aims.ts";

/** All that a ranking depends on, as it stands in the database. */
export type Standing = {
  readonly meetingCount: number;
  /** On offer, in time order. */
  readonly slots: readonly Slot[];
  readonly people: readonly {
    readonly id: string;
    readonly letter: string;
    readonly timeZone: string;
    readonly answers: Uint8Array | null;
  }[];
  /** Ids of slots that a rule forbids. */
  readonly blocked: ReadonlySet<string>;
  /** What zones bore in earlier series of the same sides. */
  readonly carried: Readonly<Record<string, number>>;
  /** Burden of a minute by local hour, 24 whole numbers (D4). */
  readonly burdenByHour: readonly number[];
};

/** How a slot is called in a problem and in a decision record: `s012`, by its ordinal, which stays for ever. */
export const slotName = ({ ordinal }: Pick<Slot, "ordinal">): string =>
  `s${String(ordinal).padStart(3, "0")}`;

/** How the person at this place among those asked is called: `p0001`. Nothing leads from it to the person. */
export const personName = (place: number): string => `p${String(place + 1).padStart(4, "0")}`;

/**
 * The problem that these aims pose: slots and people under names of their own, answers packed as they are kept.
 *
 * People are named by their place in the list given. Slots that must be in the series and are no longer on offer are
 * left out.
 */
export function poseProblem(standing: Standing, aims: Aims): SeriesProblem {
  const { slots, people, blocked, burdenByHour } = standing;
  const named = (ordinals: readonly number[]) =>
    slots.filter(({ ordinal }) => ordinals.includes(ordinal)).map(slotName);
  return {
    slots: slots.map((slot) => ({
      ...{ id: slotName(slot), startsAt: slot.start, lengthMinutes: slot.lengthMinutes },
      ...{ ordinal: slot.ordinal, blocked: blocked.has(slot.id) },
    })),
    people: people.map(({ id, letter, timeZone, answers }, place): RankedPerson => ({
      ...{ id: personName(place), side: letter, zone: timeZone, answers },
      required: aims.required.includes(id),
    })),
    rules: {
      ...{ meetings: standing.meetingCount, minGapDays: aims.minGapDays, reachOf: aims.reachOf },
      ...{ quorum: aims.quorum, burdenByHour },
      maxGapDays: aims.maxGapDays ?? undefined,
      maxPerWeek: aims.maxPerWeek ?? undefined,
      notBefore: aims.notBefore ? instantOf(aims.notBefore, "00:00", GENEVA) : undefined,
      notAfter: aims.notAfter ? instantOf(addDays(aims.notAfter, 1), "00:00", GENEVA) : undefined,
      carried: aims.carry ? standing.carried : undefined,
    },
    order: aims.order,
    must: named(aims.must),
    never: named(aims.never),
  };
}
