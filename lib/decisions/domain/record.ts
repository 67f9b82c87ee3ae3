import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { addMinutes } from "#lib/kernel/interval";
import { burdensOf } from "#lib/ranking/domain/burden";
import type { SeriesProblem, SlotOption } from "#lib/ranking/domain/problem";
import type { Ranking } from "#lib/ranking/domain/ranking";
import { answerAt, type Answer } from "#lib/scheduling/domain/packed-answers";
import type { Json } from "./canonical.ts";

/** Names the form of a decision record; another form gets another name. */
export const RECORD_FORM = "liaise-decision-record/1";

/** The parts of a record that are sealed, each with a hash of its own: a change can be found in its part. */
export const SEALED = [
  "assents",
  "changes",
  "chosen",
  "computed",
  "decidedAt",
  "entered",
  "problem",
  "rules",
  "series",
  "tzVersion",
  "waivers",
] as const;

/** All that a record has. */
export const RECORD_MEMBERS: ReadonlySet<string> = new Set(["form", ...SEALED, "sha256"]);

const ANSWERS: Readonly<Record<Answer, string>> = { yes: "yes", if_need_be: "ifNeedBe", no: "no" };

/** A value as JSON has it: instants in ISO 8601, what is undefined left out. */
export function toJson(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) =>
        member === undefined ? [] : [[name, toJson(member)]],
      ),
    );
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

/**
 * Whose answers somebody else entered, and by whom: people by their names in the record, those who entered by numbers in
 * the order in which they occur.
 */
export function enteredPart(
  people: readonly { readonly enteredById: string | null }[],
  nameOf: (place: number) => string,
): Json {
  const hands = [...new Set(people.flatMap(({ enteredById }) => enteredById ?? []))];
  return people.flatMap(({ enteredById }, place) => {
    const by = enteredById === null ? -1 : hands.indexOf(enteredById);
    return by < 0 ? [] : [{ person: nameOf(place), by: `e${String(by + 1).padStart(2, "0")}` }];
  });
}

/** The problem as `rank-series` reads it: answers by slot, nobody's name. */
export function problemToJson(problem: SeriesProblem): Json {
  return toJson({
    ...problem,
    slots: problem.slots.map(({ ordinal: _ordinal, ...slot }) => slot),
    people: problem.people.map((person) => ({
      ...person,
      answers: answersOf(person.answers, problem.slots),
    })),
  });
}

function answersOf(
  answers: SeriesProblem["people"][number]["answers"],
  slots: readonly SlotOption[],
): Readonly<Record<string, string>> {
  if (answers === null) return {};
  if (!(answers instanceof Uint8Array)) return answers;
  return Object.fromEntries(
    slots.flatMap(({ id, ordinal = -1 }) => {
      const answer = ordinal < 0 ? null : answerAt(answers, ordinal);
      return answer ? [[id, ANSWERS[answer]]] : [];
    }),
  );
}

/** What anybody can compute from a problem and the slots chosen from it. */
export type Computed = {
  readonly problem: SeriesProblem;
  readonly ranking: Ranking;
  readonly slots: readonly string[];
};

/**
 * The ranking, the place of the chosen series in it (null when it is none of the best), what each zone bears in it, and
 * its meetings on the clocks of Geneva, UTC and every zone of those asked.
 */
export function computedPart({ problem, ranking, slots }: Computed): Json {
  const { elapsedMs: _elapsedMs, ...found } = ranking;
  const zones = [...new Set(problem.people.map(({ zone }) => zone))].sort();
  const chosen = slots.flatMap((id) => problem.slots.find((slot) => slot.id === id) ?? []);
  const rank = ranking.best.findIndex((series) => series.slots.join() === slots.join());
  return toJson({
    ranking: found,
    rank: rank === -1 ? null : rank + 1,
    burden: zones.map((zone) => ({
      ...{ zone, carried: problem.rules.carried?.[zone] ?? 0 },
      burden: burdenOf(chosen, zone, problem.rules.burdenByHour),
    })),
    meetings: chosen.map((slot) => ({ slot: slot.id, clocks: clocksOf(slot, ["UTC", GENEVA, ...zones]) })),
  });
}

/** What a zone bears in these meetings. */
export function burdenOf(
  meetings: readonly Pick<SlotOption, "startsAt" | "lengthMinutes">[],
  zone: string,
  burdenByHour: readonly number[],
): number {
  const spans = meetings.map(({ startsAt, lengthMinutes }) => ({ start: startsAt.getTime(), lengthMinutes }));
  return burdensOf(spans, zone, burdenByHour).reduce((sum, burden) => sum + burden, 0);
}

/** Start and end by zone, such as `2027-03-16T14:00/16:00`. */
function clocksOf(slot: SlotOption, zones: readonly string[]): Readonly<Record<string, string>> {
  const end = addMinutes(slot.startsAt, slot.lengthMinutes);
  return Object.fromEntries(
    zones.map((zone) => [
      zone,
      `${dayIn(slot.startsAt, zone)}T${clockIn(slot.startsAt, zone)}/${clockIn(end, zone)}`,
    ]),
  );
}
