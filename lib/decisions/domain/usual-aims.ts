import { dayIn, GENEVA } from "#lib/kernel/zone";
import { targetDays } from "#lib/rules/domain/check-target";
import type { Limits } from "#lib/rules/domain/rules";
import type { Poll } from "#lib/scheduling/domain/poll";
import { type PollAims, USUAL_APART } from "#lib/scheduling/domain/poll-aims";
import type { Series } from "#lib/series/domain/series";
import { type Aims, MEASURES } from "./aims.ts";
import { halfOfEachSide } from "./foresight.ts";

/** What aims depend on beside the series and the poll. `people` are those asked, or those who would be. */
export type Surroundings = {
  readonly people: readonly { readonly id: string; readonly letter: string; readonly required: boolean }[];
  /** Of the rules in force. */
  readonly limits: Limits;
  readonly now: Date;
};

type OfSeries = Pick<Series, "sides" | "target" | "meetingCount">;

/**
 * The aims of a poll: what its co-chairs set, and what is usual where they said nothing. Everything that ranks, reminds,
 * forecasts or checks starts from these.
 */
export function aimsOfPoll(
  series: OfSeries,
  poll: Pick<Poll, "quorum" | "aims" | "state">,
  around: Surroundings,
): Aims {
  const usual = usualAims(series, poll, around);
  const { reachOf, notBefore } = poll.aims;
  return {
    ...{ ...usual, ...poll.aims },
    reachOf: Math.min(reachOf ?? usual.reachOf, Math.max(1, series.meetingCount)),
    notBefore: notBefore ?? usual.notBefore,
  };
}

/** What of these aims is kept with the poll: all that is not as usual. Quorum and required people are kept elsewhere. */
export function aimsToKeep(aims: Aims, usual: Aims): PollAims {
  const { quorum: _quorum, required: _required, ...own } = aims;
  const same = (name: keyof typeof own) => JSON.stringify(own[name]) === JSON.stringify(usual[name]);
  const kept: PollAims = Object.fromEntries(
    Object.entries(own).filter(([name]) => !same(name as keyof typeof own)),
  );
  return kept;
}

/**
 * What is looked for as long as the co-chairs say nothing else: meetings a week apart, one a week, late enough to be
 * ahead of us and early enough for the target meeting (D7), the quorum of the poll (in a draft without one, half of
 * each side), and people who can attend all meetings but one.
 */
export function usualAims(
  { sides, target, meetingCount }: OfSeries,
  poll: Pick<Poll, "quorum" | "state">,
  { people, limits, now }: Surroundings,
): Aims {
  const isUnset = poll.state === "draft" && Object.keys(poll.quorum).length === 0;
  const quorum = isUnset ? halfOfEachSide(people) : poll.quorum;
  const { opensOn } = target;
  return {
    ...{ order: MEASURES, ...USUAL_APART, maxGapDays: null },
    notBefore: dayIn(now, GENEVA),
    notAfter: opensOn ? targetDays(opensOn, limits.D7).handIn : null,
    quorum: Object.fromEntries(sides.map(({ letter }) => [letter, quorum[letter] ?? 0])),
    reachOf: Math.max(1, meetingCount - 1),
    required: people
      .filter(({ required }) => required)
      .map(({ id }) => id)
      .sort(),
    ...{ must: [], never: [], carry: true },
  };
}
