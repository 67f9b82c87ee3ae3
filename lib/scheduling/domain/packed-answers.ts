/** What somebody says to a slot. `if_need_be` counts as able to attend, and ranks below `yes`. */
export type Answer = "yes" | "if_need_be" | "no";

/** Two bits a slot, four slots a byte, the lowest bits first. Zero is "not answered". */
const CODES: Readonly<Record<Answer, number>> = { yes: 1, if_need_be: 2, no: 3 };
const ANSWERS: readonly (Answer | null)[] = [null, "yes", "if_need_be", "no"];

/**
 * The answers of one person in as few bytes as the highest ordinal needs; slots without an answer are left out.
 *
 * Ordinals are whole numbers from 0. A slot keeps its ordinal for ever, so withdrawn slots leave gaps.
 *
 * @see docs/decisions/0006-packed-answers.md
 */
export function packAnswers(answers: ReadonlyMap<number, Answer>): Uint8Array<ArrayBuffer> {
  const highest = Math.max(-1, ...answers.keys());
  const packed = new Uint8Array(Math.ceil((highest + 1) / 4));
  for (const [ordinal, answer] of answers) {
    const at = ordinal >> 2;
    packed[at] = (packed[at] ?? 0) | (CODES[answer] << shiftOf(ordinal));
  }
  return packed;
}

/** The answer to one slot; null when there is none, also beyond the last byte. */
export function answerAt(packed: Uint8Array | null, ordinal: number): Answer | null {
  return ANSWERS[codeAt(packed, ordinal)] ?? null;
}

/** All answers, by ordinal. */
export function unpackAnswers(packed: Uint8Array | null): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (let ordinal = 0; ordinal < (packed?.length ?? 0) * 4; ordinal += 1) {
    const answer = answerAt(packed, ordinal);
    if (answer) answers.set(ordinal, answer);
  }
  return answers;
}

/** How many people said what to one slot. */
export type Count = {
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
  readonly unanswered: number;
};

/**
 * Counts the answers of many people to the slots with these ordinals, in the order of the ordinals.
 *
 * It reads the bits where they are and builds nothing per person: 1,000 people by 200 slots take about a
 * millisecond. A person who has not answered at all is null and counts as unanswered everywhere.
 */
export function countPacked(rows: readonly (Uint8Array | null)[], ordinals: readonly number[]): Count[] {
  const counts = new Int32Array(ordinals.length * 4);
  for (const packed of rows) {
    for (let index = 0; index < ordinals.length; index += 1) {
      const slot = index * 4 + codeAt(packed, ordinals[index] ?? 0);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return ordinals.map((_, index) => {
    const [unanswered = 0, yes = 0, ifNeedBe = 0, no = 0] = counts.subarray(index * 4, index * 4 + 4);
    return { yes, ifNeedBe, no, unanswered };
  });
}

function codeAt(packed: Uint8Array | null, ordinal: number): number {
  return ((packed?.[ordinal >> 2] ?? 0) >> shiftOf(ordinal)) & 3;
}

const shiftOf = (ordinal: number) => (ordinal & 3) * 2;
