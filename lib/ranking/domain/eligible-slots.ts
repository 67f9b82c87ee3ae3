import { countBits } from "./measure.ts";
import type { SeriesProblem } from "./problem.ts";
import type { BrokenRule } from "./ranking.ts";
import type { SlotTable } from "./slot-table.ts";

/** The rules that a slot breaks by itself, whatever series it is in. */
export function rulesBrokenBy(problem: SeriesProblem, table: SlotTable, at: number): BrokenRule[] {
  const slot = table.slots[at];
  if (!slot) return [];
  return [
    ...(slot.blocked ? [{ rule: "blocked", slot: slot.id } as const] : []),
    ...(problem.never?.includes(slot.id) ? [{ rule: "never", slot: slot.id } as const] : []),
    ...windowMissed(problem, table, at),
    ...sidesShort(problem, table, at),
    ...requiredMissing(table, at),
  ];
}

function windowMissed({ rules }: SeriesProblem, table: SlotTable, at: number): BrokenRule[] {
  const slot = table.slots[at]?.id ?? "";
  const isEarly = rules.notBefore && (table.starts[at] ?? 0) < rules.notBefore.getTime();
  const isLate = rules.notAfter && (table.ends[at] ?? 0) > rules.notAfter.getTime();
  return [
    ...(isEarly ? [{ rule: "notBefore", slot } as const] : []),
    ...(isLate ? [{ rule: "notAfter", slot } as const] : []),
  ];
}

/** Places in the table of the slots that break no rule by themselves, in time order. */
export function eligibleSlots(problem: SeriesProblem, table: SlotTable): number[] {
  return [...table.slots.keys()].filter((at) => rulesBrokenBy(problem, table, at).length === 0);
}

/** How many of a set of people are able to attend a slot. */
export function countAble(table: SlotTable, place: number, members: Uint32Array): number {
  return countIn(table, table.able, { place, members });
}

/** How many of a set of people are in the set that belongs to a slot, such as those who said yes. */
export function countIn(
  { words }: SlotTable,
  sets: Uint32Array,
  { place, members }: { readonly place: number; readonly members: Uint32Array },
): number {
  let count = 0;
  for (let word = 0; word < words; word += 1)
    count += countBits((sets[place * words + word] ?? 0) & (members[word] ?? 0));
  return count;
}

function sidesShort({ rules }: SeriesProblem, table: SlotTable, at: number): BrokenRule[] {
  const slot = table.slots[at]?.id ?? "";
  return [...table.sides].flatMap(([side, people]) => {
    const needed = Object.hasOwn(rules.quorum, side) ? (rules.quorum[side] ?? 0) : 0;
    if (needed <= 0) return [];
    const able = countAble(table, at, people);
    return able < needed ? [{ rule: "quorum", slot, side, needed, able } as const] : [];
  });
}

function requiredMissing(table: SlotTable, at: number): BrokenRule[] {
  const slot = table.slots[at]?.id ?? "";
  const missing: BrokenRule[] = [];
  for (let word = 0; word < table.words; word += 1) {
    const away = (table.required[word] ?? 0) & ~(table.able[at * table.words + word] ?? 0);
    for (let left = away; left !== 0; left &= left - 1) {
      const person = table.people[word * 32 + 31 - Math.clz32(left & -left)];
      if (person) missing.push({ rule: "required", slot, person: person.id });
    }
  }
  return missing;
}
