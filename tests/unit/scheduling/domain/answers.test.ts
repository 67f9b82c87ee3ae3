import { describe, expect, it } from "vitest";
import { answersBySlot, countLeft, placeAnswers } from "#lib/scheduling/domain/answers";
import { type Answer, packAnswers } from "#lib/scheduling/domain/packed-answers";
import { makeSlot } from "../../../support/slots.ts";

const slots = [makeSlot(2, "2027-03-01T13:00Z"), makeSlot(0, "2027-03-02T13:00Z")];
const poll = { slots, slotsVersion: 4 };
const given = (answers: Record<string, Answer>, seen = ["s2", "s0"], slotsVersion = 4) => ({
  ...{ slotsVersion, seen, answers },
});
const changed = (added: number, gone: number) =>
  expect.objectContaining({
    code: "conflict",
    words: { key: "scheduling.refusal.slotsChanged", values: { added, gone } },
  });

describe("placeAnswers", () => {
  it("binds an answer to the id of its slot, whatever the order and the times", () => {
    const packed = placeAnswers(poll, given({ s0: "no", s2: "yes" }), null);
    expect(answersBySlot(slots, packed)).toEqual({ s0: "no", s2: "yes" });
    expect(answersBySlot([...slots].reverse(), packed)).toEqual({ s0: "no", s2: "yes" });
  });

  it("takes what is left out as no answer, also where there was one before", () => {
    const before = packAnswers(new Map([[0, "yes"]]));
    expect(answersBySlot(slots, placeAnswers(poll, given({ s2: "yes" }), before))).toEqual({ s2: "yes" });
  });

  it("keeps the answer to a withdrawn slot for the day it comes back", () => {
    const before = packAnswers(new Map<number, Answer>([[1, "no"]]));
    const packed = placeAnswers(poll, given({ s2: "yes" }), before);
    expect(answersBySlot([...slots, makeSlot(1, "2027-03-03T13:00Z")], packed)).toEqual({
      s1: "no",
      s2: "yes",
    });
  });

  it("refuses answers to older slots and says what changed", () => {
    expect(() => placeAnswers(poll, given({ s0: "yes" }, ["s0", "s1"], 3), null)).toThrow(changed(1, 1));
    expect(() => placeAnswers(poll, given({}, ["s0"], 3), null)).toThrow(changed(1, 0));
  });

  it("refuses an answer to a slot of another poll", () => {
    expect(() => placeAnswers(poll, given({ elsewhere: "yes" }), null)).toThrow(changed(0, 1));
  });
});

it("counts what is left to answer", () => {
  expect(countLeft(slots, null)).toBe(2);
  expect(countLeft(slots, packAnswers(new Map([[2, "no"]])))).toBe(1);
});
