import fc from "fast-check";
import type { Measure, RankedPerson, SeriesProblem, SlotAnswer } from "#lib/ranking/domain/problem";

const ZONES = ["Europe/Zurich", "Asia/Seoul", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"];
const MEASURES: readonly Measure[] = ["reach", "attendance", "worstZone", "totalBurden", "earliest"];
// Three weeks in which the clocks of New York, Zurich and Lord Howe change.
const FROM = Date.UTC(2027, 2, 12);
const HOUR = 3_600_000;

const slot = fc.record({
  hours: fc.integer({ min: 0, max: 24 * 25 }),
  lengthMinutes: fc.constantFrom(30, 60, 90, 120, 200),
  isBlocked: fc.nat(9),
});

const answer = fc.constantFrom<SlotAnswer | null>("yes", "yes", "ifNeedBe", "no", null);

const rules = fc.record({
  meetings: fc.integer({ min: 1, max: 4 }),
  minGapDays: fc.constantFrom(0, 0.5, 1, 3),
  maxGapDays: fc.constantFrom(undefined, undefined, 4, 9),
  maxPerWeek: fc.constantFrom(undefined, undefined, 1, 2),
  notBefore: fc.constantFrom(undefined, undefined, new Date(FROM + 60 * HOUR)),
  notAfter: fc.constantFrom(undefined, undefined, new Date(FROM + 500 * HOUR)),
  quorum: fc.record({ A: fc.nat(1), B: fc.nat(1) }),
  reachOf: fc.integer({ min: 0, max: 4 }),
  burdenByHour: fc.array(fc.nat(3), { minLength: 24, maxLength: 24 }),
  carried: fc.constantFrom(undefined, { "Asia/Seoul": 90, "Europe/Zurich": 300, "Africa/Cairo": 5_000 }),
});

/** Small problems with every rule, every order, clock changes, half-hour zones, equal starts and no answers. */
export const problems: fc.Arbitrary<SeriesProblem> = fc
  .record({
    slots: fc.array(slot, { minLength: 1, maxLength: 9 }),
    people: fc.array(
      fc.record({
        side: fc.constantFrom("A", "B"),
        zone: fc.constantFrom(...ZONES),
        required: fc.nat(11).map((n) => n === 0),
        answers: fc.array(answer, { minLength: 9, maxLength: 9 }),
      }),
      { maxLength: 7 },
    ),
    rules,
    order: fc.option(fc.shuffledSubarray([...MEASURES]), { nil: undefined }),
    must: fc.constantFrom(undefined, undefined, undefined, ["s1"]),
    never: fc.constantFrom(undefined, undefined, ["s0"]),
  })
  .map(({ slots, people, must, ...rest }) => ({
    ...rest,
    ...(must && slots.length > 1 && { must }),
    slots: slots.map(({ hours, lengthMinutes, isBlocked }, at) => ({
      ...{ id: `s${at}`, startsAt: new Date(FROM + hours * HOUR), lengthMinutes, ordinal: at },
      blocked: isBlocked === 0,
    })),
    people: people.map(({ answers, ...person }, at) => ({
      ...person,
      id: `p${at}`,
      answers: Object.fromEntries(
        slots.flatMap((_, slotAt) => {
          const said = answers[slotAt];
          return said ? [[`s${slotAt}`, said]] : [];
        }),
      ),
    })),
  }));

const CODES = { yes: 1, ifNeedBe: 2, no: 3 };

/** The same person with packed answers; slots are numbered as in {@link problems}. */
export function packed(person: RankedPerson, slots: number): RankedPerson {
  const bytes = new Uint8Array(Math.ceil(slots / 4));
  for (let ordinal = 0; ordinal < slots; ordinal += 1) {
    const said = person.answers instanceof Uint8Array ? undefined : person.answers?.[`s${ordinal}`];
    const at = ordinal >> 2;
    if (said) bytes[at] = (bytes[at] ?? 0) | (CODES[said] << ((ordinal & 3) * 2));
  }
  return { ...person, answers: bytes };
}
