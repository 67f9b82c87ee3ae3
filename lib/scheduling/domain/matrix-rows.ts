import type { PeopleFilter } from "./book.ts";
import type { Matrix } from "./matrix-bytes.ts";
import { type Answer, answerAt } from "./packed-answers.ts";

export type PeopleOrder = "name" | "able" | "missing";

/** What somebody looks for among the people of a matrix. */
export type PeopleQuery = PeopleFilter & { readonly name: string; readonly order: PeopleOrder };

/** What stands in a cell; `hidden` where the person answered and the reader may not see what. */
export type CellAnswer = Answer | "none" | "hidden";

/** The packed answers of the person at this place. */
export function answersOf({ answers, stride }: Matrix, person: number): Uint8Array {
  return answers.subarray(person * stride, (person + 1) * stride);
}

/** What the person at this place said to the slot at that place. */
export function cellAt(matrix: Matrix, person: number, slot: number): CellAnswer {
  if (matrix.people[person]?.state === "hidden") return "hidden";
  return answerAt(answersOf(matrix, person), matrix.slots[slot]?.ordinal ?? 0) ?? "none";
}

/** Places of the people that fit, in the order asked for; equal ones stay in the order they came. */
export function arrangePeople(matrix: Matrix, query: PeopleQuery): number[] {
  const places = matrix.people.flatMap((_, place) => (isAsked(matrix, place, query) ? [place] : []));
  if (query.order === "name") return places;
  const able = new Map(places.map((place) => [place, countAble(matrix, place)]));
  const rank = (place: number) =>
    query.order === "able" ? -(able.get(place) ?? 0) : matrix.people[place]?.state === "none" ? 0 : 1;
  return places.sort((a, b) => rank(a) - rank(b));
}

function isAsked(matrix: Matrix, place: number, { name, side, group, zone }: PeopleQuery): boolean {
  const person = matrix.people[place];
  if (!person) return false;
  return (
    person.name.toLowerCase().includes(name.trim().toLowerCase()) &&
    (side === null || matrix.sides[person.side]?.letter === side) &&
    (group === null || person.groups.some((at) => matrix.groups[at] === group)) &&
    (zone === null || matrix.zones[person.zone] === zone)
  );
}

/** To how many slots the person at this place said yes or if need be. */
function countAble(matrix: Matrix, place: number): number {
  const answers = answersOf(matrix, place);
  let able = 0;
  for (const { ordinal } of matrix.slots) {
    const answer = answerAt(answers, ordinal);
    if (answer === "yes" || answer === "if_need_be") able += 1;
  }
  return able;
}

/** For each slot, how many of these people of each side can attend: one list a side, in the order of the sides. */
export function sumSides(matrix: Matrix, places: readonly number[]): number[][] {
  const sums = matrix.sides.map(() => matrix.slots.map(() => 0));
  for (const place of places) {
    const sum = sums[matrix.people[place]?.side ?? 0];
    const answers = answersOf(matrix, place);
    matrix.slots.forEach(({ ordinal }, slot) => {
      const code = ((answers[ordinal >> 2] ?? 0) >> ((ordinal & 3) * 2)) & 3;
      if (sum && (code === 1 || code === 2)) sum[slot] = (sum[slot] ?? 0) + 1;
    });
  }
  return sums;
}
