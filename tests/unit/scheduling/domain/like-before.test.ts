import { expect, it } from "vitest";
import { answersLikeBefore } from "#lib/scheduling/domain/like-before";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";
import { makeSlot } from "../../../support/slots.ts";

const before = {
  slots: [
    makeSlot(0, "2027-01-05T13:00Z"), // Tuesday 14:00 Geneva
    makeSlot(1, "2027-01-06T13:00Z"), // Wednesday 14:00
    makeSlot(2, "2027-01-07T08:00Z"), // Thursday 09:00
    makeSlot(3, "2027-01-08T08:00Z"), // Friday 09:00, not answered
  ],
  answers: packAnswers(
    new Map([
      [0, "yes"],
      [1, "no"],
      [2, "if_need_be"],
    ] as const),
  ),
};

it("answers as on the same weekday and time by the clock, over a clock change", () => {
  const slots = [makeSlot(0, "2027-06-01T12:00Z"), makeSlot(1, "2027-06-02T12:00Z")];
  expect(answersLikeBefore(slots, before, "Europe/Zurich")).toEqual({ s0: "yes", s1: "no" });
});

it("answers another weekday as all days at that time alike, and leaves open what was answered in two ways or never", () => {
  const slots = [
    makeSlot(0, "2027-06-04T07:00Z"), // Friday 09:00: asked then, not answered; Thursday says if need be
    makeSlot(1, "2027-06-04T12:00Z"), // Friday 14:00: yes on one day, no on another
    makeSlot(2, "2027-06-04T15:00Z"), // Friday 17:00: never asked
  ];
  expect(answersLikeBefore(slots, before, "Europe/Zurich")).toEqual({ s0: "if_need_be" });
});

it("answers nothing from an earlier poll without answers", () => {
  expect(answersLikeBefore(before.slots, { ...before, answers: null }, "UTC")).toEqual({});
});
