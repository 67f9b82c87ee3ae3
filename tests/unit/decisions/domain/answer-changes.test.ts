import { expect, it } from "vitest";
import { changesSince } from "#lib/decisions/domain/answer-changes";
import { type Answer, packAnswers } from "#lib/scheduling/domain/packed-answers";

const packed = (answers: Record<number, Answer>) =>
  packAnswers(new Map(Object.entries(answers).map(([ordinal, answer]) => [Number(ordinal), answer])));
const slots = [
  { id: "s0", ordinal: 0 },
  { id: "s5", ordinal: 5 },
];
const person = (id: string, answers: Uint8Array | null) => ({ id, name: id, letter: "A", answers });

it("tells who says otherwise of the chosen slots now, also who had not answered or was not asked then", () => {
  const then = new Map([
    ["same", packed({ 0: "yes", 5: "no" })],
    ["turned", packed({ 0: "yes", 5: "yes" })],
    ["silent", null],
  ]);
  const people = [
    person("same", packed({ 0: "yes", 5: "no", 2: "yes" })),
    person("turned", packed({ 0: "yes", 5: "if_need_be" })),
    person("silent", packed({ 5: "no" })),
    person("new", packed({ 0: "yes" })),
  ];
  expect(changesSince(then, people, slots)).toEqual([
    { personId: "turned", name: "turned", letter: "A", slotId: "s5", before: "yes", after: "if_need_be" },
    { personId: "silent", name: "silent", letter: "A", slotId: "s5", before: null, after: "no" },
    { personId: "new", name: "new", letter: "A", slotId: "s0", before: null, after: "yes" },
  ]);
});
