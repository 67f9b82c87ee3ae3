import type { Likelihood } from "#lib/ranking/domain/likelihood";
import { peopleToAsk } from "#lib/scheduling/domain/opening";
import type { Quorum } from "#lib/scheduling/domain/poll";
import { type Series, sideOf } from "#lib/series/domain/series";

/** What can be told of the end of a poll before its end: how likely a series is, or what can still change the best one. */
export type Foresight =
  | ({ readonly kind: "likely" } & Likelihood)
  | {
      readonly kind: "deciding";
      /** Whether a series is possible with the answers so far. */
      readonly hasSeries: boolean;
      readonly isDecided: boolean;
      /** Whose missing answers can still change the best series. */
      readonly people: readonly { readonly id: string; readonly name: string; readonly letter: string }[];
    };

/** Somebody of a poll, as far as a forecast needs people. */
export type Expected = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly timeZone: string;
  /** Of the side. */
  readonly letter: string;
  readonly required: boolean;
  readonly answers: Uint8Array | null;
  readonly enteredById: string | null;
};

const NOTHING_SAID = { answers: null, enteredById: null };

/** The members of the series who are not on the list of the poll: they are asked too when it is opened. */
export function membersToAsk(
  series: Pick<Series, "reference" | "sides" | "members">,
  listed: readonly Pick<Expected, "personId">[],
): Expected[] {
  const onList = new Set(listed.map(({ personId }) => personId));
  const members = new Map(series.members.map((member) => [member.personId, member]));
  return peopleToAsk(series).flatMap(({ personId, sideId }) => {
    const member = members.get(personId);
    if (!member || onList.has(personId)) return [];
    const { name, timeZone } = member;
    const { letter } = sideOf(series, sideId);
    return [{ id: personId, personId, name, timeZone, letter, required: false, ...NOTHING_SAID }];
  });
}

/** Half of the people of each side, rounded up, by side letter. */
export function halfOfEachSide(people: readonly Pick<Expected, "letter">[]): Quorum {
  const sizes = new Map<string, number>();
  for (const { letter } of people) sizes.set(letter, (sizes.get(letter) ?? 0) + 1);
  return Object.fromEntries([...sizes].map(([letter, size]) => [letter, Math.ceil(size / 2)]));
}
