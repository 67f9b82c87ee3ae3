import { type Answer, answerAt } from "#lib/scheduling/domain/packed-answers";

/** The answers of those asked at one time, by id of the invited person; null for who had not answered. */
export type AnswersThen = ReadonlyMap<string, Uint8Array | null>;

/** Somebody asked, and the answers of now. */
export type AnswersNow = {
  readonly id: string;
  readonly name: string;
  /** Of the side. */
  readonly letter: string;
  readonly answers: Uint8Array | null;
};

/** One answer that is another one now. Null: none. */
export type AnswerChange = {
  readonly personId: string;
  readonly name: string;
  readonly letter: string;
  readonly slotId: string;
  readonly before: Answer | null;
  readonly after: Answer | null;
};

/**
 * What people said otherwise of these slots when a side assented to them, in the order of the people and slots given.
 *
 * Who was not asked then had no answer then.
 */
export function changesSince(
  then: AnswersThen,
  people: readonly AnswersNow[],
  slots: readonly { readonly id: string; readonly ordinal: number }[],
): AnswerChange[] {
  return people.flatMap(({ id, name, letter, answers }) =>
    slots.flatMap((slot) => {
      const before = answerAt(then.get(id) ?? null, slot.ordinal);
      const after = answerAt(answers, slot.ordinal);
      if (before === after) return [];
      return [{ personId: id, name, letter, slotId: slot.id, before, after }];
    }),
  );
}
