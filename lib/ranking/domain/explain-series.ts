import { say, type Words } from "#lib/kernel/words";
import type { SeriesDescription } from "./describe-series.ts";
import { type Measure, USUAL_ORDER } from "./problem.ts";

/** How a series differs from the first one, most important measure first. */
export type SeriesReason = {
  /** Where it is worse; the first says why it is not the first. Empty when only the ids decide. */
  readonly loses: readonly Words[];
  /** Where it is better. */
  readonly gains: readonly Words[];
};

type Difference = { readonly isWorse: boolean; readonly words: Words };

const MS_PER_DAY = 86_400_000;

/** Says why a series comes after the first: measure by measure and side by side, and who meets at night. */
export function explainSeries(
  first: SeriesDescription,
  other: SeriesDescription,
  order: readonly Measure[] = USUAL_ORDER,
): SeriesReason {
  const found = [...order.flatMap((measure) => DIFFERENCES[measure](first, other)), ...atNight(first, other)];
  return {
    loses: found.filter(({ isWorse }) => isWorse).map(({ words }) => words),
    gains: found.filter(({ isWorse }) => !isWorse).map(({ words }) => words),
  };
}

/**
 * The reason as one sentence, such as "Loses to the first by 2 people from SG20, but nobody meets at night."
 *
 * `tell` turns words into a text of the language of `locale`.
 */
export function reasonSentence(
  { loses, gains }: SeriesReason,
  tell: (words: Words) => string,
  locale: string,
): string {
  const list = (words: readonly Words[]) =>
    new Intl.ListFormat(locale, { type: "conjunction" }).format(words.map(tell));
  if (loses.length === 0) return tell(say("ranking.reason.same"));
  if (gains.length === 0) return tell(say("ranking.reason.loses", { loses: list(loses) }));
  return tell(say("ranking.reason.losesBut", { loses: list(loses), gains: list(gains) }));
}

type Differ = (first: SeriesDescription, other: SeriesDescription) => Difference[];

const DIFFERENCES: { readonly [Aim in Measure]: Differ } = {
  reach: sidesReached,
  attendance: sidesAttending,
  worstZone: (first, other) => {
    const [before, after] = [first.worstZone?.burden ?? 0, other.worstZone?.burden ?? 0];
    const values = { zone: other.worstZone?.zone ?? "", count: Math.abs(after - before) };
    if (after === before) return [];
    return after > before
      ? [{ isWorse: true, words: say("ranking.reason.worstMore", values) }]
      : [{ isWorse: false, words: say("ranking.reason.worstLess", values) }];
  },
  totalBurden: (first, other) => {
    const count = Math.abs(other.totalBurden - first.totalBurden);
    if (count === 0) return [];
    return other.totalBurden > first.totalBurden
      ? [{ isWorse: true, words: say("ranking.reason.totalMore", { count }) }]
      : [{ isWorse: false, words: say("ranking.reason.totalLess", { count }) }];
  },
  earliest: (first, other) => {
    const place = first.starts.findLastIndex((start, at) => start !== other.starts[at]);
    if (place < 0) return [];
    const days = ((other.starts[place] ?? 0) - (first.starts[place] ?? 0)) / MS_PER_DAY;
    const values = { number: place + 1, days: Math.round(Math.abs(days) * 10) / 10 };
    return days > 0
      ? [{ isWorse: true, words: say("ranking.reason.later", values) }]
      : [{ isWorse: false, words: say("ranking.reason.earlier", values) }];
  },
};

function sidesReached(first: SeriesDescription, other: SeriesDescription): Difference[] {
  return other.sides.flatMap(({ side, reached }, at): Difference[] => {
    const count = reached - (first.sides[at]?.reached ?? 0);
    if (count === 0) return [];
    return count < 0
      ? [{ isWorse: true, words: say("ranking.reason.reachFewer", { count: -count, side }) }]
      : [{ isWorse: false, words: say("ranking.reason.reachMore", { count, side }) }];
  });
}

function sidesAttending(first: SeriesDescription, other: SeriesDescription): Difference[] {
  return other.sides.flatMap(({ side, attendance }, at): Difference[] => {
    const count = attendance - (first.sides[at]?.attendance ?? 0);
    if (count === 0) return [];
    return count < 0
      ? [{ isWorse: true, words: say("ranking.reason.attendLess", { count: -count, side }) }]
      : [{ isWorse: false, words: say("ranking.reason.attendMore", { count, side }) }];
  });
}

function atNight(first: SeriesDescription, other: SeriesDescription): Difference[] {
  const count = other.atNight - first.atNight;
  if (count === 0) return [];
  if (count > 0) return [{ isWorse: true, words: say("ranking.reason.nightMore", { count }) }];
  return other.atNight === 0
    ? [{ isWorse: false, words: say("ranking.reason.nightNobody") }]
    : [{ isWorse: false, words: say("ranking.reason.nightFewer", { count: -count }) }];
}
