import { answerAt, packAnswers } from "./packed-answers.ts";
import type { Slot } from "./poll.ts";

type Timed = Pick<Slot, "ordinal" | "start" | "lengthMinutes">;

/**
 * What somebody answered to slots of one poll, as answers to slots of another that are at the very same time. Null when
 * none of them is.
 */
export function carryAnswers(
  answers: Uint8Array | null,
  from: readonly Timed[],
  to: readonly Timed[],
): Uint8Array<ArrayBuffer> | null {
  const ordinals = new Map(from.map((slot) => [timeOf(slot), slot.ordinal]));
  const carried = to.flatMap((slot) => {
    const ordinal = ordinals.get(timeOf(slot));
    const answer = ordinal === undefined ? null : answerAt(answers, ordinal);
    return answer ? [[slot.ordinal, answer] as const] : [];
  });
  return carried.length > 0 ? packAnswers(new Map(carried)) : null;
}

const timeOf = ({ start, lengthMinutes }: Timed) => `${start.getTime()}/${lengthMinutes}`;
