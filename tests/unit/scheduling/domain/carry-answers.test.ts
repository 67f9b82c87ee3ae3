import { expect, it } from "vitest";
import { carryAnswers } from "#lib/scheduling/domain/carry-answers";
import { packAnswers, unpackAnswers } from "#lib/scheduling/domain/packed-answers";
import { makeSlot } from "../../../support/slots.ts";

const before = [makeSlot(0, "2027-03-16T13:00Z"), makeSlot(5, "2027-03-23T13:00Z")];
const answers = packAnswers(new Map([[0, "no"] as const, [5, "if_need_be"] as const]));

it("takes an answer over to the very same time, and to no other", () => {
  const after = [
    makeSlot(0, "2027-03-23T13:00Z"),
    makeSlot(1, "2027-03-23T13:30Z"),
    { ...makeSlot(2, "2027-03-16T13:00Z"), lengthMinutes: 60 },
  ];
  expect([...unpackAnswers(carryAnswers(answers, before, after))]).toEqual([[0, "if_need_be"]]);
});

it("takes nothing over from who answered nothing, or nothing of it", () => {
  expect(carryAnswers(null, before, before)).toBeNull();
  expect(carryAnswers(answers, before, [makeSlot(0, "2027-05-01T13:00Z")])).toBeNull();
  expect(
    carryAnswers(packAnswers(new Map([[0, "yes"]])), before, [makeSlot(0, "2027-03-23T13:00Z")]),
  ).toBeNull();
});
