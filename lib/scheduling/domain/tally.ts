import { type Count, countPacked } from "./packed-answers.ts";
import type { Poll, Quorum } from "./poll.ts";

/** What one side said to one slot. */
export type SideTotal = Count & {
  readonly letter: string;
  /** Yes and if need be. */
  readonly able: number;
  /** Least number asked for; 0 when none was set. */
  readonly quorum: number;
  readonly reached: boolean;
};

/** What everybody said to one slot, side by side. */
export type SlotTotal = {
  readonly slotId: string;
  readonly sides: readonly SideTotal[];
  readonly quorate: boolean;
};

/** A person's packed answers and the letter of the side. */
export type PackedRow = { readonly letter: string; readonly answers: Uint8Array | null };

/**
 * Totals per slot and side, in the order of the slots and of the letters given.
 *
 * A slot is quorate when every side reaches its quorum with people who answered yes or if need be.
 */
export function tally(
  poll: Pick<Poll, "slots" | "quorum">,
  letters: readonly string[],
  rows: readonly PackedRow[],
): SlotTotal[] {
  const ordinals = poll.slots.map(({ ordinal }) => ordinal);
  const bySide = letters.map((letter) => ({
    letter,
    counts: countPacked(
      rows.filter((row) => row.letter === letter).map(({ answers }) => answers),
      ordinals,
    ),
  }));
  return poll.slots.map(({ id }, index) => {
    const sides = bySide.map(({ letter, counts }) => sideTotal(letter, counts[index], poll.quorum));
    return { slotId: id, sides, quorate: sides.every(({ reached }) => reached) };
  });
}

const NOBODY: Count = { yes: 0, ifNeedBe: 0, no: 0, unanswered: 0 };

function sideTotal(letter: string, count: Count = NOBODY, quorums: Quorum): SideTotal {
  const able = count.yes + count.ifNeedBe;
  const quorum = quorums[letter] ?? 0;
  return { ...count, letter, able, quorum, reached: able >= quorum };
}

/**
 * Compares two totals for a list with the best first: more sides with quorum, then more people able to attend,
 * then more of them with a plain yes. Zero when they are equal in all three.
 */
export function compareTotals(a: SlotTotal, b: SlotTotal): number {
  const measure = ({ sides }: SlotTotal) => ({
    reached: sides.filter(({ reached }) => reached).length,
    able: sides.reduce((sum, side) => sum + side.able, 0),
    yes: sides.reduce((sum, side) => sum + side.yes, 0),
  });
  const [left, right] = [measure(a), measure(b)];
  return right.reached - left.reached || right.able - left.able || right.yes - left.yes;
}
