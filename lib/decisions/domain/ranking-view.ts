import { MS_PER_MINUTE } from "#lib/kernel/interval";
import type { Words } from "#lib/kernel/words";
import { dayIn, GENEVA, minuteOfDayIn, offsetMinutes } from "#lib/kernel/zone";
import type { SeriesDescription } from "#lib/ranking/domain/describe-series";
import { explainSeries, type SeriesReason } from "#lib/ranking/domain/explain-series";
import type { Measure } from "#lib/ranking/domain/problem";
import type { Ranking } from "#lib/ranking/domain/ranking";
import type { Limits } from "#lib/rules/domain/rules";
import { placeOf } from "#lib/rules/domain/zone-people";
import type { Slot } from "#lib/scheduling/domain/poll";
import type { SideTotal } from "#lib/scheduling/domain/tally";
import { brokenWords, changeWords, type Naming } from "./nearest-words.ts";
import { burdenOf } from "./record.ts";

/** One meeting of a series as the chooser shows it. `startsAt` is in milliseconds. */
export type MeetingView = {
  readonly id: string;
  readonly ordinal: number;
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly sides: readonly SideTotal[];
};

/** A meeting on the clock of one zone. */
export type LocalTime = {
  /** Minutes after local midnight, of the start. */
  readonly minute: number;
  /** Days from the Geneva day to the local one: -1, 0 or 1. */
  readonly dayShift: number;
  /** By how many minutes the zone's clock was moved since the first meeting of the series. */
  readonly clockChange: number;
};

export type ZoneView = {
  readonly timeZone: string;
  readonly place: string;
  readonly people: number;
  /** What the zone bears in this series, and in earlier ones as far as that counts. */
  readonly burden: number;
  readonly carried: number;
  readonly times: readonly LocalTime[];
};

export type SeriesView = {
  /** Place in the ranking, from 1. */
  readonly place: number;
  readonly meetings: readonly MeetingView[];
  readonly reach: number;
  readonly attendance: number;
  readonly totalBurden: number;
  readonly worst: { readonly place: string; readonly burden: number } | null;
  readonly zones: readonly ZoneView[];
  /** Why it is not the first; null for the first, and for one that is in no ranking. */
  readonly reason: SeriesReason | null;
};

/** From when to when it is day, and night, in minutes after local midnight (D3). */
export type Hours = Limits["D3"];

/** A ranking as plain data for the page. */
export type RankingView = {
  readonly elapsedMs: number;
  /** Null: proven. Else by how much another series could still be better, and in what. */
  readonly gap: { readonly measure: Measure; readonly size: number } | null;
  readonly people: number;
  /** The local day and night of the rules in force. */
  readonly hours: Hours;
  readonly best: readonly SeriesView[];
  readonly nearest: {
    readonly series: SeriesView;
    readonly broken: readonly Words[];
    readonly changes: readonly Words[];
  } | null;
};

/** What the view is made of, beside the ranking. */
export type Scene = Naming & {
  readonly slotOf: (name: string) => Slot | undefined;
  readonly totalsOf: (slotId: string) => readonly SideTotal[];
  readonly zones: readonly { readonly timeZone: string; readonly people: number }[];
  readonly carried: Readonly<Record<string, number>>;
  readonly burdenByHour: readonly number[];
  readonly order: readonly Measure[];
  /** The best series in all that one can lose to another by, in their order. */
  readonly descriptions: readonly SeriesDescription[];
  readonly people: number;
  readonly hours: Hours;
};

/** The ranking in words, people of each side and local times. */
export function viewRanking(ranking: Ranking, scene: Scene): RankingView {
  const { proof, nearest } = ranking;
  const empty = { reach: 0, attendance: 0, totalBurden: 0, worstZone: null };
  return {
    elapsedMs: Math.round(ranking.elapsedMs),
    gap: proof === "optimal" ? null : { measure: proof.measure, size: proof.gap },
    ...{ people: scene.people, hours: scene.hours },
    best: ranking.best.map((series, index) => ({
      ...viewSeries({ ...series, place: index + 1 }, scene),
      reason: reasonOf(index, scene),
    })),
    nearest: nearest && {
      series: { ...viewSeries({ ...empty, slots: nearest.slots, place: 1 }, scene), reason: null },
      broken: nearest.broken.map((rule) => brokenWords(rule, scene)),
      changes: nearest.changes.map((change) => changeWords(change, scene)),
    },
  };
}

/** Why the series at this place is not the first, with the names of the page. */
function reasonOf(index: number, { descriptions, order, groupOf }: Scene): SeriesReason | null {
  const [first, other] = [descriptions[0], descriptions[index]];
  if (index === 0 || !first || !other) return null;
  const named = ({ key, values }: Words): Words => {
    const named = Object.entries(values ?? {}).map(([name, value]) => [name, nameOf(name, value, groupOf)]);
    return { key, values: Object.fromEntries(named) };
  };
  const { because, loses, gains } = explainSeries(first, other, order);
  return { because: because && named(because), loses: loses.map(named), gains: gains.map(named) };
}

/** Sides are called by their groups, zones by their places. */
function nameOf(name: string, value: unknown, groupOf: Scene["groupOf"]): unknown {
  if (typeof value !== "string") return value;
  if (name === "side") return groupOf(value);
  return name === "zone" || name === "zoneBefore" ? placeOf(value) : value;
}

type Ranked = Omit<Ranking["best"][number], "slots"> & {
  readonly slots: readonly string[];
  readonly place: number;
};

function viewSeries(series: Ranked, scene: Scene): Omit<SeriesView, "reason"> {
  const slots = series.slots.flatMap((name) => scene.slotOf(name) ?? []);
  const { place, reach, attendance, totalBurden, worstZone } = series;
  return {
    ...{ place, reach, attendance, totalBurden },
    worst: worstZone && { place: placeOf(worstZone.zone), burden: worstZone.burden },
    meetings: slots.map(({ id, ordinal, start, lengthMinutes }) => ({
      ...{ id, ordinal, lengthMinutes, startsAt: start.getTime(), sides: scene.totalsOf(id) },
    })),
    zones: scene.zones.map(({ timeZone, people }) => ({
      ...{ timeZone, people, place: placeOf(timeZone), carried: scene.carried[timeZone] ?? 0 },
      burden: burdenOf(
        slots.map(({ start, lengthMinutes }) => ({ startsAt: start, lengthMinutes })),
        timeZone,
        scene.burdenByHour,
      ),
      times: slots.map(({ start }) => localTime(start, slots[0]?.start ?? start, timeZone)),
    })),
  };
}

function localTime(start: Date, first: Date, timeZone: string): LocalTime {
  const day = (zone: string) => Date.parse(dayIn(start, zone)) / (1_440 * MS_PER_MINUTE);
  return {
    minute: minuteOfDayIn(start, timeZone),
    dayShift: day(timeZone) - day(GENEVA),
    clockChange: offsetMinutes(start, timeZone) - offsetMinutes(first, timeZone),
  };
}
