import { offsetMinutes } from "#lib/kernel/zone";
import { burdensOf } from "./burden.ts";
import type { RankedPerson, SeriesProblem, SlotAnswer, SlotOption } from "./problem.ts";

/** A problem as numbers and bits: slots in time order (then by id), people in the order given. */
export type SlotTable = {
  readonly slots: readonly SlotOption[];
  readonly people: readonly RankedPerson[];
  /** Milliseconds, by slot. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Number of the ISO week of the start in Europe/Zurich, by slot. */
  readonly weeks: Int32Array;
  /** Place of the slot's id among all ids in their order as text. */
  readonly idRanks: Int32Array;
  /** 32-bit words in a set of people. */
  readonly words: number;
  /** Who is able to attend, `words` words a slot. */
  readonly able: Uint32Array;
  /** Who said yes, likewise. */
  readonly sure: Uint32Array;
  /** Attendance by slot. */
  readonly attendance: Int32Array;
  /** Zones of the people, each once, in their order as text. */
  readonly zones: readonly string[];
  /** Burden by slot and zone, all zones of a slot together. */
  readonly burdens: Float64Array;
  /** Burden from earlier series by zone. */
  readonly carried: Float64Array;
  /** Who is of a side, for each side with people or a quorum. */
  readonly sides: ReadonlyMap<string, Uint32Array>;
  /** Who is required. */
  readonly required: Uint32Array;
};

const NO_ANSWER = 0;
const YES = 1;
const NO = 3;
const ANSWERS: readonly (SlotAnswer | null)[] = [null, "yes", "ifNeedBe", "no"];
const CODES: Readonly<Record<string, number>> = { yes: 1, ifNeedBe: 2 };

/** Lays a problem out for counting. What is not answered counts as no, or as yes to see what could still come. */
export function layOut(problem: SeriesProblem, missing: "no" | "yes" = "no"): SlotTable {
  const slots = [...problem.slots].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || compareText(a.id, b.id),
  );
  const { people, rules } = problem;
  const words = Math.max(2, Math.ceil(people.length / 64) * 2);
  const ids = slots.map(({ id }) => id).sort(compareText);
  const ranks = new Map(ids.map((id, rank) => [id, rank]));
  const zones = [...new Set(people.map(({ zone }) => zone))].sort(compareText);
  const starts = Float64Array.from(slots, ({ startsAt }) => startsAt.getTime());
  return {
    ...{ slots, people, words, zones, starts },
    ends: Float64Array.from(slots, (slot) => slot.startsAt.getTime() + slot.lengthMinutes * 60_000),
    weeks: Int32Array.from(slots, ({ startsAt }) => weekInGeneva(startsAt)),
    idRanks: Int32Array.from(slots, ({ id }) => ranks.get(id) ?? 0),
    ...readAnswers(slots, people, { words, missing: missing === "yes" ? YES : NO }),
    burdens: layBurdens(slots, zones, rules.burdenByHour),
    carried: Float64Array.from(zones, (zone) => rules.carried?.[zone] ?? 0),
    sides: new Map(
      [...new Set([...people.map(({ side }) => side), ...Object.keys(rules.quorum)])].map((side) => [
        side,
        setOf(people, words, (person) => person.side === side),
      ]),
    ),
    required: setOf(people, words, (person) => person.required === true),
  };
}

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function setOf(
  people: readonly RankedPerson[],
  words: number,
  isIn: (person: RankedPerson) => boolean,
): Uint32Array {
  const set = new Uint32Array(words);
  people.forEach((person, index) => isIn(person) && addTo(set, index));
  return set;
}

function addTo(set: Uint32Array, index: number): void {
  set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
}

function readAnswers(
  slots: readonly SlotOption[],
  people: readonly RankedPerson[],
  { words, missing }: { words: number; missing: number },
): Pick<SlotTable, "able" | "sure" | "attendance"> {
  const sure = new Uint32Array(slots.length * words);
  const able = new Uint32Array(slots.length * words);
  const attendance = new Int32Array(slots.length);
  people.forEach((person, index) => {
    const codeOf = reader(person.answers);
    slots.forEach((slot, at) => {
      const code = codeOf(slot) || missing;
      if (code === NO) return;
      attendance[at] = (attendance[at] ?? 0) + (code === YES ? 2 : 1);
      const word = at * words + (index >>> 5);
      able[word] = (able[word] ?? 0) | (1 << (index & 31));
      if (code === YES) sure[word] = (sure[word] ?? 0) | (1 << (index & 31));
    });
  });
  return { able, sure, attendance };
}

/** Gives the code of a person's answer to a slot: 0 none, 1 yes, 2 if need be, 3 no. */
function reader(answers: RankedPerson["answers"]): (slot: SlotOption) => number {
  if (answers === null) return () => NO_ANSWER;
  if (answers instanceof Uint8Array)
    return ({ ordinal = -1 }) => ((answers[ordinal >> 2] ?? 0) >> ((ordinal & 3) * 2)) & 3;
  return ({ id }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : null;
    return answer ? (CODES[answer] ?? NO) : NO_ANSWER;
  };
}

/** What somebody said to a slot; null for nothing yet. */
export function answerTo(person: RankedPerson, slot: SlotOption): SlotAnswer | null {
  return ANSWERS[reader(person.answers)(slot)] ?? null;
}

function layBurdens(
  slots: readonly SlotOption[],
  zones: readonly string[],
  burdenByHour: readonly number[],
): Float64Array {
  const burdens = new Float64Array(slots.length * zones.length);
  const spans = slots.map(({ startsAt, lengthMinutes }) => ({ start: startsAt.getTime(), lengthMinutes }));
  zones.forEach((zone, place) => {
    burdensOf(spans, zone, burdenByHour).forEach((burden, at) => {
      burdens[at * zones.length + place] = burden;
    });
  });
  return burdens;
}

/** Weeks from Monday on the clock of Geneva, numbered through all years: equal exactly when the ISO weeks are. */
function weekInGeneva(instant: Date): number {
  const local = instant.getTime() + offsetMinutes(instant, "Europe/Zurich") * 60_000;
  return Math.floor((Math.floor(local / 86_400_000) + 3) / 7);
}
