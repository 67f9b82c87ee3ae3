import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { type Answer, answerAt, packAnswers, unpackAnswers } from "./packed-answers.ts";
import type { Poll, Slot } from "./poll.ts";

/** What a form says: answers by slot id, against the slots it showed. */
export type GivenAnswers = {
  readonly slotsVersion: number;
  /** Ids of the slots that the form showed. */
  readonly seen: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
};

/**
 * Puts answers by slot id into the packed row, in place of those to the slots on offer; answers to withdrawn slots
 * stay, in case the slot comes back.
 *
 * @throws AppError `conflict`, saying how many slots are new and gone, when the slots changed since the form was
 *   shown, or when an answer names a slot that is not on offer.
 */
export function placeAnswers(
  poll: Pick<Poll, "slots" | "slotsVersion">,
  given: GivenAnswers,
  before: Uint8Array | null,
): Uint8Array<ArrayBuffer> {
  const offered = new Map(poll.slots.map((slot) => [slot.id, slot]));
  const seen = new Set(given.seen);
  const gone = [...seen, ...Object.keys(given.answers)].filter((id) => !offered.has(id));
  if (given.slotsVersion !== poll.slotsVersion || gone.length > 0) {
    const added = poll.slots.filter(({ id }) => !seen.has(id)).length;
    throw new AppError(
      "conflict",
      say("scheduling.refusal.slotsChanged", { added, gone: new Set(gone).size }),
    );
  }
  const answers = unpackAnswers(before);
  for (const { ordinal } of poll.slots) answers.delete(ordinal);
  for (const [id, answer] of Object.entries(given.answers)) {
    const slot = offered.get(id);
    if (slot) answers.set(slot.ordinal, answer);
  }
  return packAnswers(answers);
}

/** A person's answers to the slots on offer, by slot id. */
export function answersBySlot(slots: readonly Slot[], packed: Uint8Array | null): Record<string, Answer> {
  return Object.fromEntries(
    slots.flatMap(({ id, ordinal }) => {
      const answer = answerAt(packed, ordinal);
      return answer ? [[id, answer]] : [];
    }),
  );
}

/** How many of the slots on offer somebody has not answered. */
export function countLeft(slots: readonly Pick<Slot, "ordinal">[], packed: Uint8Array | null): number {
  return slots.filter(({ ordinal }) => answerAt(packed, ordinal) === null).length;
}
