import type { LineError } from "#lib/csv/domain/line-error";
import { say, type Words } from "#lib/kernel/words";
import { isCountry } from "#lib/people/domain/country";

/** A line of a list of people, with its number in the file. */
export type NumberedLine = {
  readonly line: number;
  readonly name: string;
  readonly entity: string;
  readonly country: string | null;
  /** As it was written: the letter of a side, or its Study Group. */
  readonly side: string;
  readonly zone: string;
  /** Lower case. */
  readonly email: string;
};

/** Somebody whom the list would put on the poll. */
export type PlannedInvitee = Omit<NumberedLine, "side"> & {
  readonly sideId: string;
  readonly letter: string;
};

export type InvitationPlan = {
  readonly added: readonly PlannedInvitee[];
  /** Lines of people who are asked already. */
  readonly unchanged: number;
  /** By line. While there is one, nothing is stored. */
  readonly errors: readonly LineError[];
};

type PlanSide = {
  readonly id: string;
  readonly letter: string;
  readonly group: { readonly reference: string };
};

/** Whether a text is the two-letter code of a country. */
export const isKnownCountry = isCountry;

/**
 * What a list of people would do to a poll. One address is one person: a second line with it is left out when it says
 * the same side, and is an error when it says another.
 *
 * `asked` has the side of everybody on the list of the poll, by address.
 */
export function planInvitations(
  lines: readonly NumberedLine[],
  sides: readonly PlanSide[],
  asked: ReadonlyMap<string, string>,
): InvitationPlan {
  const added = new Map<string, PlannedInvitee>();
  const errors: LineError[] = [];
  let unchanged = 0;
  for (const { side: written, ...person } of lines) {
    const side = findSide(sides, written);
    if (!side) {
      errors.push({ line: person.line, words: unknownSide(sides, written) });
      continue;
    }
    const before = asked.get(person.email) ?? added.get(person.email)?.sideId;
    if (before === undefined) added.set(person.email, { ...person, sideId: side.id, letter: side.letter });
    else if (before === side.id) unchanged += 1;
    else errors.push({ line: person.line, words: otherSide(sides, before) });
  }
  return { added: [...added.values()], unchanged, errors };
}

function findSide(sides: readonly PlanSide[], written: string): PlanSide | undefined {
  const wanted = written.toUpperCase().replace(/\s+/g, "");
  return sides.find(({ letter, group }) => wanted === letter || wanted === group.reference.toUpperCase());
}

function unknownSide(sides: readonly PlanSide[], written: string): Words {
  const known = sides.map(({ letter, group }) => `${letter} (${group.reference})`).join(", ");
  return say("scheduling.inviting.csv.side", { given: written.slice(0, 40), known });
}

function otherSide(sides: readonly PlanSide[], sideId: string): Words {
  const side = sides.find(({ id }) => id === sideId)?.group.reference ?? "";
  return say("scheduling.inviting.csv.otherSide", { side });
}
