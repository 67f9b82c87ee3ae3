import { answerAt } from "./packed-answers.ts";
import type { Slot } from "./poll.ts";
import type { Sight } from "./sight.ts";

/** Somebody asked with what that person answered. No address. */
export type BookRow = {
  readonly id: string;
  readonly personId: string;
  readonly sideId: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** References of the groups of the series that the person belongs to, such as `Q1/2`. */
  readonly groups: readonly string[];
  readonly required: boolean;
  /** Packed; null before the first answer. */
  readonly answers: Uint8Array | null;
  readonly answeredAt: Date | null;
  readonly note: string;
  /** Who of a secretariat entered the answers for this person; null when the person gave them. */
  readonly enteredBy: string | null;
  /** Whether all slots on offer, some or none are answered. It is never hidden, so that people can be reminded. */
  readonly state: "none" | "part" | "all";
};

/** A row as one reader may see it: with the letter of its side, and no answers where they are hidden. */
export type SeenRow = Omit<BookRow, "sideId" | "personId"> & {
  readonly letter: string;
  readonly isOwn: boolean;
};

/**
 * The rows as this reader may see them. What is hidden is not there: neither answers nor note, nor who entered them. One's own always are.
 */
export function seeRows(
  rows: readonly BookRow[],
  {
    sight,
    readerId,
    letterOf,
  }: {
    readonly sight: Sight;
    readonly readerId: string;
    readonly letterOf: (sideId: string) => string;
  },
): SeenRow[] {
  return rows.map(({ sideId, personId, ...row }) => {
    const letter = letterOf(sideId);
    const isOwn = personId === readerId;
    const isSeen = isOwn || sight.letters.includes(letter);
    const hidden = isSeen ? {} : { answers: null, note: "", enteredBy: null };
    return { ...row, ...hidden, letter, isOwn };
  });
}

/** How far somebody is with the slots on offer. */
export function stateOf(
  { answers, answeredAt }: Pick<BookRow, "answers" | "answeredAt">,
  slots: readonly Pick<Slot, "ordinal">[],
): SeenRow["state"] {
  if (answeredAt === null) return "none";
  return slots.every(({ ordinal }) => answerAt(answers, ordinal) !== null) ? "all" : "part";
}

/** Which people are looked at. An empty filter means all; each part that is set must fit. */
export type PeopleFilter = {
  readonly side: string | null;
  readonly group: string | null;
  readonly zone: string | null;
};

export const EVERYBODY: PeopleFilter = { side: null, group: null, zone: null };

export function fits(
  row: Pick<SeenRow, "letter" | "groups" | "timeZone">,
  { side, group, zone }: PeopleFilter,
): boolean {
  return (
    (side === null || row.letter === side) &&
    (group === null || row.groups.includes(group)) &&
    (zone === null || row.timeZone === zone)
  );
}
