import { addMinutes } from "#lib/kernel/interval";
import { minuteOfDayIn, offsetMinutes } from "#lib/kernel/zone";
import type { SeriesProblem, SlotOption } from "./problem.ts";
import { answerTo, layOut, type SlotTable } from "./slot-table.ts";
import { finisher, laySteps } from "./steps.ts";

/** How likely it is that at least one series will be possible. */
export type Likelihood = {
  /** Share of the draws, 0 to 1, in which one was. */
  readonly likelihood: number;
  readonly draws: number;
  /** What would help most; null when little can be won or nothing helps. */
  readonly advice: SlotAdvice | null;
};

/** More slots at one hour of the day. */
export type SlotAdvice = {
  /** 0 to 23, in UTC. */
  readonly hour: number;
  readonly lengthMinutes: number;
  /** Starts of the slots, spread over the days between the first slot and the last. */
  readonly startsAt: readonly Date[];
  /** The likelihood with these slots. */
  readonly likelihood: number;
};

/**
 * How the model takes people, before they say anything. Rough, the same for all, and easy to check: what counts is
 * whether one choice of slots is better than another.
 *
 * @see docs/decisions/0016-choosing-the-series.md
 */
export const MODEL = {
  /** Answers at all. Required people always do. */
  answers: 0.85,
  /** Is not away for the whole local day. */
  isThere: 0.85,
  /** Is free, by the least convenient local hour that the meeting touches: 8 to 18, 7 to 22, night; and at weekends. */
  free: { day: 0.7, edge: 0.4, night: 0.1, weekend: 0.1 },
} as const;

const MOST_DRAWS = 400;
const FEWEST_DRAWS = 100;
/** So many draws of people are worth their time. */
const MOST_PEOPLE_DRAWN = 40_000;
const ADVISED_SLOTS = 4;
/** From here on nobody needs advice; and less than that much more is no advice. */
const ENOUGH = 0.95;
const WORTH_SAYING = 0.02;
const MS_PER_DAY = 86_400_000;

/** A whole number that looks like any, always the same for the same two: one more slot changes nothing for others. */
function mix(seed: number, key: number): number {
  let hash = Math.imul(seed ^ key ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const asShare = (hash: number) => (hash >>> 0) / 2 ** 32;

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash, text.length);
}

/** How likely somebody there is free for a meeting, by the clock of a zone. */
export function chanceFree(startsAt: Date, lengthMinutes: number, zone: string): number {
  const { free } = MODEL;
  const local = new Date(startsAt.getTime() + offsetMinutes(startsAt, zone) * 60_000);
  if (local.getUTCDay() % 6 === 0) return free.weekend;
  const from = minuteOfDayIn(startsAt, zone);
  const to = from + lengthMinutes;
  if (from >= 8 * 60 && to <= 18 * 60) return free.day;
  return from >= 7 * 60 && to <= 22 * 60 ? free.edge : free.night;
}

/** The people of a problem as numbers, and what chance has in store for each of them in each draw. */
type Drawing = {
  readonly problem: SeriesProblem;
  readonly draws: number;
  /** By draw and person, the people of a draw together; 0 when somebody does not answer at all. */
  readonly fates: Int32Array;
  readonly sides: Int32Array;
  /** Least number of people by side. */
  readonly quorums: readonly number[];
};

function beginDrawing(problem: SeriesProblem): Drawing {
  const { people, rules } = problem;
  const worth = Math.floor(MOST_PEOPLE_DRAWN / Math.max(1, people.length));
  const draws = Math.min(MOST_DRAWS, Math.max(FEWEST_DRAWS, worth));
  const names = [...new Set([...Object.keys(rules.quorum), ...people.map(({ side }) => side)])];
  const fates = new Int32Array(draws * people.length);
  people.forEach(({ id, required }, person) => {
    const seed = hashOf(id);
    for (let draw = 0; draw < draws; draw += 1) {
      const answers = required || asShare(mix(seed, draw)) < MODEL.answers;
      fates[draw * people.length + person] = answers ? mix(seed, ~draw) | 1 : 0;
    }
  });
  return {
    ...{ problem, draws, fates },
    sides: Int32Array.from(people, ({ side }) => names.indexOf(side)),
    quorums: names.map((side) => rules.quorum[side] ?? 0),
  };
}

/** By person, how likely somebody who answers and is there is able to attend: NEVER or ALWAYS for what is known already. */
function chancesAt({ problem }: Drawing, slot: SlotOption): Float64Array {
  const { people } = problem;
  const free = new Map<string, number>();
  return Float64Array.from(people, (person) => {
    const said = answerTo(person, slot);
    if (said) return said === "no" ? NEVER : ALWAYS;
    let chance = free.get(person.zone);
    if (chance === undefined)
      free.set(person.zone, (chance = chanceFree(slot.startsAt, slot.lengthMinutes, person.zone)));
    return chance;
  });
}

const NEVER = -1;
const ALWAYS = 2;

/** For each draw, whether a slot has its quorum on every side and all required people. */
function drawSlot(drawing: Drawing, slot: SlotOption): boolean[] {
  const { problem, draws, fates, sides, quorums } = drawing;
  const { people } = problem;
  const chances = chancesAt(drawing, slot);
  const day = Math.floor(slot.startsAt.getTime() / MS_PER_DAY);
  const minute = Math.floor(slot.startsAt.getTime() / 60_000);
  return Array.from({ length: draws }, (_, draw) => {
    const able = quorums.map(() => 0);
    for (let person = 0; person < people.length; person += 1) {
      const isAble = isFree(fates[draw * people.length + person] ?? 0, chances[person] ?? 0, { day, minute });
      const side = sides[person] ?? 0;
      if (isAble) able[side] = (able[side] ?? 0) + 1;
      else if (people[person]?.required) return false;
    }
    return able.every((count, side) => count >= (quorums[side] ?? 0));
  });
}

function isFree(fate: number, chance: number, { day, minute }: { day: number; minute: number }): boolean {
  if (chance === ALWAYS || chance === NEVER) return chance === ALWAYS;
  if (fate === 0) return false;
  return asShare(mix(fate, minute)) < chance && asShare(mix(fate, ~day)) < MODEL.isThere;
}

/**
 * How likely at least one series will be possible with these slots and people, from {@link MODEL}; what somebody has
 * answered already is taken as it is. The same input gives the same output, and more slots never make it smaller.
 */
export function estimateLikelihood(problem: SeriesProblem): Likelihood {
  const drawing = beginDrawing(problem);
  const { draws } = drawing;
  const known = new Map(problem.slots.map((slot) => [slot.id, drawSlot(drawing, slot)]));
  const works = drawsThatWork(problem, { known, draws, failed: null });
  const likelihood = works.filter(Boolean).length / draws;
  return {
    likelihood,
    draws,
    advice: likelihood >= ENOUGH ? null : advise(drawing, { known, works, likelihood }),
  };
}

type Known = ReadonlyMap<string, readonly boolean[]>;

/** In which draws at least one series is possible. Only draws that failed before are looked at again. */
function drawsThatWork(
  problem: SeriesProblem,
  { known, draws, failed }: { known: Known; draws: number; failed: readonly boolean[] | null },
): boolean[] {
  const table = layOut({ ...problem, people: [] });
  const open = openSlots(problem, table);
  return Array.from({ length: draws }, (_, draw) => {
    if (failed && !failed[draw]) return true;
    const places = open.filter((place) => known.get(table.slots[place]?.id ?? "")?.[draw]);
    const steps = laySteps(problem, table, places);
    return steps !== null && finisher(steps)({ last: -1, inWeek: 0, left: steps.meetings });
  });
}

/** The slots that are ruled out by nobody's answer. */
function openSlots({ rules, never = [] }: SeriesProblem, table: SlotTable): number[] {
  const { notBefore, notAfter } = rules;
  return [...table.slots.entries()]
    .filter(([place, { id, blocked }]) => {
      const isEarly = notBefore !== undefined && (table.starts[place] ?? 0) < notBefore.getTime();
      const isLate = notAfter !== undefined && (table.ends[place] ?? 0) > notAfter.getTime();
      return !blocked && !never.includes(id) && !isEarly && !isLate;
    })
    .map(([place]) => place);
}

function advise(
  drawing: Drawing,
  { known, works, likelihood }: { known: Known; works: readonly boolean[]; likelihood: number },
): SlotAdvice | null {
  const { problem } = drawing;
  const failed = works.map((isPossible) => !isPossible);
  const lengthMinutes = usualLength(problem.slots);
  const tried = Array.from({ length: 24 }, (_, hour): SlotAdvice => {
    const startsAt = spreadDays(problem, hour, lengthMinutes);
    const added = startsAt.map((start) => ({
      id: `+${start.toISOString()}`,
      startsAt: start,
      lengthMinutes,
    }));
    const all = new Map([...known, ...added.map((slot) => [slot.id, drawSlot(drawing, slot)] as const)]);
    const then = drawsThatWork(
      { ...problem, slots: [...problem.slots, ...added] },
      { known: all, draws: works.length, failed },
    );
    return { hour, lengthMinutes, startsAt, likelihood: then.filter(Boolean).length / works.length };
  });
  const best = tried.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  return best.likelihood >= likelihood + WORTH_SAYING ? best : null;
}

function usualLength(slots: readonly SlotOption[]): number {
  const lengths = slots.map(({ lengthMinutes }) => lengthMinutes).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 120;
}

/** Some starts at an hour of UTC on working days between the first slot and the last, where no slot is yet. */
function spreadDays({ slots, rules }: SeriesProblem, hour: number, lengthMinutes: number): Date[] {
  const starts = slots.map(({ startsAt }) => startsAt.getTime());
  const from = Math.floor(Math.min(...starts) / MS_PER_DAY);
  const to = Math.floor(Math.max(...starts) / MS_PER_DAY);
  const free = Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, day) => new Date((from + day) * MS_PER_DAY + hour * 3_600_000),
  ).filter(
    (start) =>
      start.getUTCDay() % 6 !== 0 &&
      !starts.includes(start.getTime()) &&
      (!rules.notBefore || start >= rules.notBefore) &&
      (!rules.notAfter || addMinutes(start, lengthMinutes) <= rules.notAfter),
  );
  const step = Math.max(1, (free.length - 1) / (ADVISED_SLOTS - 1));
  return Array.from(
    { length: Math.min(ADVISED_SLOTS, free.length) },
    (_, index) => free[Math.round(index * step)],
  ).filter((start) => start !== undefined);
}
