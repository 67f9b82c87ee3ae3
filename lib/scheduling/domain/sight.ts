import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { answerAt } from "./packed-answers.ts";
import { type Invitee, phaseOf, type Poll, type Slot } from "./poll.ts";

/** `others`: hidden until one has answered. `sides`: hidden from the other side until the poll is closed. */
export type Hiding = "others" | "sides";

/** Whose answers a reader may see now, in totals and one by one. One's own are always to be seen. */
export type Sight = {
  /** Letters of the sides, in order. */
  readonly letters: readonly string[];
  /** Why it is not all sides; null when it is. */
  readonly hiddenBy: Hiding | null;
};

/** What of a poll says what it hides. */
export type HidingPoll = Pick<Poll, "state" | "closesAt" | "hidesOthers" | "hidesSides"> & {
  readonly slots: readonly Pick<Slot, "ordinal">[];
};

/** Who looks: for which sides, and what that person answered. */
export type Reader = {
  readonly letters: readonly string[];
  /** Packed; null for who is not asked or has not answered. */
  readonly answers: Uint8Array | null;
};

/**
 * Whose answers somebody may see at `now`. While the poll is open its settings hide; from the deadline on nothing is
 * hidden, for nobody can be led by what others say. One co-chair alone can neither bring that deadline forward nor open
 * the poll again after it (`requireMayClose`, `requireMayExtend`).
 *
 * Having answered means to have said something to a slot on offer: an empty form opens nothing. Who is not asked
 * counts as not having answered, and who belongs to no side sees neither.
 */
export function sightOf(
  poll: HidingPoll,
  letters: readonly string[],
  { reader, now }: { readonly reader: Reader; readonly now: Date },
): Sight {
  const phase = phaseOf(poll, now);
  if (phase === "closed" || phase === "decided") return { letters, hiddenBy: null };
  if (poll.hidesOthers && !poll.slots.some(({ ordinal }) => answerAt(reader.answers, ordinal)))
    return { letters: [], hiddenBy: "others" };
  if (!poll.hidesSides) return { letters, hiddenBy: null };
  const own = letters.filter((letter) => reader.letters.includes(letter));
  return { letters: own, hiddenBy: own.length === letters.length ? null : "sides" };
}

/** The sides that somebody belongs to: by a part in the series, by being asked, or by a role in a group of the side. */
export function lettersOf(
  actor: Pick<Actor, "parts" | "roles">,
  series: Pick<Series, "id" | "sides">,
  invitee: Pick<Invitee, "sideId"> | null,
): string[] {
  const belongs = ({ id, group, questions }: Series["sides"][number]) =>
    invitee?.sideId === id ||
    actor.parts.some((part) => part.seriesId === series.id && part.sideId === id) ||
    actor.roles.some(({ groupId }) => [group, ...questions].some((of) => of.id === groupId));
  return series.sides.filter(belongs).map(({ letter }) => letter);
}
