import { describe, expect, it } from "vitest";
import { chooseSlots, inTimeOrder, placeForDecision, requireUnbroken } from "#lib/decisions/domain/choice";
import { makeSlot } from "../../../support/slots.ts";

const slots = [
  makeSlot(0, "2027-03-03T13:00Z"),
  makeSlot(1, "2027-03-01T13:00Z"),
  makeSlot(2, "2027-03-02T13:00Z"),
  makeSlot(3, "2027-03-02T15:00Z"),
  makeSlot(4, "2027-03-02T14:59Z"),
];
const now = new Date("2027-03-01T12:59:59Z");
const choose = (ids: string[], at = now) => chooseSlots({ slots }, ids, { meetingCount: 3, now: at });
const refusal = (code: string, key: string) =>
  expect.objectContaining({ code, words: expect.objectContaining({ key: `decisions.refusal.${key}` }) });

describe("chooseSlots", () => {
  it("gives exactly the slots named, in time order", () => {
    expect(choose(["s0", "s1", "s2"]).map(({ id }) => id)).toEqual(["s1", "s2", "s0"]);
  });

  it("refuses one more and one fewer than there are meetings", () => {
    expect(() => choose(["s0", "s1"])).toThrow(refusal("invalid", "count"));
    expect(() => choose(["s0", "s1", "s2", "s3"])).toThrow(refusal("invalid", "count"));
    expect(() => choose([])).toThrow(refusal("invalid", "count"));
  });

  it("refuses a slot named twice", () => {
    expect(() => choose(["s0", "s1", "s1"])).toThrow(refusal("invalid", "count"));
    expect(() => choose(["s0", "s1", "s2", "s2"])).toThrow(refusal("invalid", "count"));
  });

  it("refuses a slot that is not on offer", () => {
    expect(() => choose(["s0", "s1", "withdrawn"])).toThrow(refusal("conflict", "slotGone"));
  });

  it("takes slots that touch and refuses slots that share a minute", () => {
    expect(choose(["s0", "s2", "s3"])).toHaveLength(3);
    expect(() => choose(["s0", "s2", "s4"])).toThrow(refusal("invalid", "overlap"));
  });

  it("refuses a slot from its start on", () => {
    expect(() => choose(["s0", "s1", "s2"], new Date("2027-03-01T13:00Z"))).toThrow(
      refusal("invalid", "chosenPast"),
    );
  });
});

it("names the first slot that breaks a rule nobody set aside", () => {
  const broken = new Map([["s2", [{ rule: "N2" }, { rule: "D1" }]]]);
  expect(() => requireUnbroken(slots, new Map())).not.toThrow();
  expect(() => requireUnbroken(slots.slice(0, 2), broken)).not.toThrow();
  expect(() => requireUnbroken(slots, broken)).toThrow(
    expect.objectContaining({
      code: "conflict",
      words: { key: "decisions.refusal.brokenRule", values: { rule: "N2", day: Date.UTC(2027, 2, 2) } },
    }),
  );
});

it("orders slots by start, then the shorter first", () => {
  const [long, short] = [makeSlot(0, "2027-03-01T13:00Z", 180), makeSlot(1, "2027-03-01T13:00Z", 60)];
  expect(inTimeOrder([long, short])).toEqual([short, long]);
});

describe("placeForDecision", () => {
  const first = { rank: 1, reason: "" };

  it("needs no reason for the first, and keeps the one that was given before", () => {
    expect(placeForDecision({ rank: 2, reason: "" }, 1, "late")).toEqual({ rank: 1, reason: "" });
    expect(placeForDecision({ rank: 2, reason: "A holiday" }, null, "late")).toEqual({
      ...{ rank: null, reason: "A holiday" },
    });
  });

  it("asks whoever decides for one when the ranking moved, and says the place of now", () => {
    for (const rank of [3, null]) {
      const words = { key: "decisions.refusal.rankNow", values: { rank: rank ?? 0 } };
      expect(() => placeForDecision(first, rank, "")).toThrow(
        expect.objectContaining({ code: "invalid", words, fields: { reason: [words] } }),
      );
      expect(placeForDecision(first, rank, "The room is booked")).toEqual({
        rank,
        reason: "The room is booked",
      });
    }
  });
});
