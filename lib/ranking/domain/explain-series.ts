import { say, type Words } from "#lib/kernel/words";
import type { SeriesDescription } from "./describe-series.ts";
import { type Measure, USUAL_ORDER } from "./problem.ts";

/** How a series differs from the first one, most important measure first. */
export type SeriesReason = {
  /** What puts it behind the first: the first measure in which the two differ. Null when only the ids decide. */
  readonly because: Words | null;
  /** Where else it is worse. */
  readonly loses: readonly Words[];
  /** Where it is better. */
  readonly gains: readonly Words[];
};

type Difference = { readonly isWorse: boolean; readonly words: Words };

/** `total` compares the measure as a whole, and is null when it is equal; `parts` say where it differs. */
type Compared = { readonly total: Difference | null; readonly parts: readonly Difference[] };

const MS_PER_HOUR = 3_600_000;

/** Says why a series comes after the first: what decides, and then measure by measure, side by side, and the night. */
export function explainSeries(
  first: SeriesDescription,
  other: SeriesDescription,
  order: readonly Measure[] = USUAL_ORDER,
): SeriesReason {
  const compared = order.map((measure) => COMPARE[measure](first, other));
  const deciding = compared.find(({ total }) => total !== null);
  const because = deciding?.total ?? null;
  const isOneSide = deciding?.parts.length === 1; // it says all that the total says
  const found = [
    ...compared.flatMap((one) => (one === deciding ? (isOneSide ? [] : one.parts) : detailsOf(one))),
    ...atNight(first, other),
  ];
  return {
    because: (isOneSide ? deciding.parts[0]?.words : because?.words) ?? null,
    loses: found.filter(({ isWorse }) => isWorse).map(({ words }) => words),
    gains: found.filter(({ isWorse }) => !isWorse).map(({ words }) => words),
  };
}

/** What does not decide is told by its parts where it has some. */
const detailsOf = ({ total, parts }: Compared): readonly Difference[] =>
  parts.length > 0 || !total ? parts : [total];

/**
 * The reason in sentences, such as "Not the first: 2 people fewer from SG20. But better: nobody meets at night."
 *
 * `tell` turns words into a text of the language of `locale`.
 */
export function reasonSentence(
  { because, loses, gains }: SeriesReason,
  tell: (words: Words) => string,
  locale: string,
): string {
  const list = (words: readonly Words[]) =>
    new Intl.ListFormat(locale, { type: "conjunction" }).format(words.map(tell));
  return [
    tell(because ? say("ranking.reason.because", { because: tell(because) }) : say("ranking.reason.same")),
    ...(loses.length > 0 ? [tell(say("ranking.reason.worse", { loses: list(loses) }))] : []),
    ...(gains.length > 0 ? [tell(say("ranking.reason.better", { gains: list(gains) }))] : []),
  ].join(" ");
}

type Compare = (first: SeriesDescription, other: SeriesDescription) => Compared;

const COMPARE: { readonly [Aim in Measure]: Compare } = {
  reach: (first, other) => {
    const count = other.reach - first.reach;
    return {
      total: differing("reach", count, { count: Math.abs(count) }),
      parts: sidesReached(first, other),
    };
  },
  attendance: (first, other) => {
    const count = other.attendance - first.attendance;
    const [before, after] = [answersOf(first.sides), answersOf(other.sides)];
    return {
      total: differing("attend", count, valuesOf(before, after)),
      parts: sidesAttending(first, other),
    };
  },
  worstZone: (first, other) => {
    const [before, after] = [first.worstZone?.burden ?? 0, other.worstZone?.burden ?? 0];
    const [zoneBefore, zone] = [first.worstZone?.zone ?? "", other.worstZone?.zone ?? ""];
    const values = { zone, zoneBefore, before, after, same: zone === zoneBefore ? "yes" : "no" };
    return { total: differing("worst", before - after, values), parts: [] };
  },
  totalBurden: (first, other) => {
    const [before, after] = [first.totalBurden, other.totalBurden];
    return { total: differing("total", before - after, { before, after }), parts: [] };
  },
  earliest: (first, other) => {
    const place = first.starts.findLastIndex((start, at) => start !== other.starts[at]);
    if (place < 0) return { total: null, parts: [] };
    const hours = ((other.starts[place] ?? 0) - (first.starts[place] ?? 0)) / MS_PER_HOUR;
    const values = { number: place + 1, ...apart(Math.abs(hours)) };
    return { total: differing("early", -hours, values), parts: [] };
  },
};

type Subject = "reach" | "attend" | "worst" | "total" | "early";

/** Nothing when it is equal; `better` is above zero where the other series is better than the first. */
function differing(
  subject: Subject,
  better: number,
  values: Readonly<Record<string, string | number>>,
): Difference | null {
  if (better === 0) return null;
  const isWorse = better < 0;
  return { isWorse, words: say(`ranking.reason.${subject}${isWorse ? "Worse" : "Better"}`, values) };
}

/** Whole days, or hours when it is less than a day. */
const apart = (hours: number) =>
  hours < 24 ? { days: 0, hours: Math.round(hours * 10) / 10 } : { days: Math.round(hours / 24), hours: 0 };

type Shares = SeriesDescription["sides"];

function sidesReached(first: SeriesDescription, other: SeriesDescription): Difference[] {
  return other.sides.flatMap(({ side, reached }, at): Difference[] => {
    const count = reached - (first.sides[at]?.reached ?? 0);
    if (count === 0) return [];
    const words = say(`ranking.reason.side${count < 0 ? "Fewer" : "More"}`, { count: Math.abs(count), side });
    return [{ isWorse: count < 0, words }];
  });
}

function sidesAttending(first: SeriesDescription, other: SeriesDescription): Difference[] {
  return other.sides.flatMap((share, at): Difference[] => {
    const before = first.sides[at];
    const count = share.attendance - (before?.attendance ?? 0);
    if (count === 0) return [];
    const values = { side: share.side, ...valuesOf(answersOf(before ? [before] : []), answersOf([share])) };
    return [{ isWorse: count < 0, words: say("ranking.reason.sideAttends", values) }];
  });
}

type Answers = { readonly yes: number; readonly need: number };

/** How often somebody said yes, and how often if need be, over all meetings. */
function answersOf(sides: Shares): Answers {
  const able = sides.reduce((sum, side) => sum + side.able.reduce((all, count) => all + count, 0), 0);
  const yes = sides.reduce((sum, side) => sum + side.attendance, 0) - able;
  return { yes, need: able - yes };
}

const valuesOf = (before: Answers, after: Answers) => ({
  ...{ yes: after.yes, need: after.need, yesBefore: before.yes, needBefore: before.need },
});

function atNight(first: SeriesDescription, other: SeriesDescription): Difference[] {
  const count = other.atNight - first.atNight;
  if (count === 0) return [];
  const { from, to } = other.night;
  if (count > 0) return [{ isWorse: true, words: say("ranking.reason.nightMore", { count, from, to }) }];
  return other.atNight === 0
    ? [{ isWorse: false, words: say("ranking.reason.nightNobody", { from, to }) }]
    : [{ isWorse: false, words: say("ranking.reason.nightFewer", { count: -count, from, to }) }];
}
