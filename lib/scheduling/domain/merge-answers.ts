import { packAnswers, unpackAnswers } from "./packed-answers.ts";

/** One of two entries of the same person. */
export type Given = {
  readonly answers: Uint8Array | null;
  readonly answeredAt: Date | null;
  readonly note: string;
};

/**
 * What two entries of one person say together: for each slot the answer that was given later; a slot that only one of
 * them answered keeps that answer. The later note stands, unless it is empty.
 *
 * An entry that was never answered counts as the earlier one.
 */
export function mergeAnswers(
  a: Given,
  b: Given,
): {
  readonly answers: Uint8Array<ArrayBuffer> | null;
  readonly answeredAt: Date | null;
  readonly note: string;
} {
  const time = ({ answeredAt }: Given) => answeredAt?.getTime() ?? -Infinity;
  const [earlier, later] = time(a) <= time(b) ? [a, b] : [b, a];
  const both = earlier.answers !== null || later.answers !== null;
  const answers = new Map([...unpackAnswers(earlier.answers), ...unpackAnswers(later.answers)]);
  return {
    answers: both ? packAnswers(answers) : null,
    answeredAt: later.answeredAt,
    note: later.note || earlier.note,
  };
}
