import { describe, expect, it } from "vitest";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";
import { lettersOf, type Reader, sightOf } from "#lib/scheduling/domain/sight";
import { makeSlot } from "../../../support/slots.ts";

const closesAt = new Date("2027-01-10T16:00Z");
const before = new Date(closesAt.getTime() - 1);
const slots = [makeSlot(0, "2027-03-01T13:00Z"), makeSlot(3, "2027-03-02T13:00Z")];
const open = { state: "open", closesAt, slots, hidesOthers: false, hidesSides: false } as const;
const saidYesTo = (ordinal: number) => packAnswers(new Map([[ordinal, "yes"]]));
const reader = (letters: string[], answers: Uint8Array | null = null): Reader => ({ letters, answers });
const see = (poll: Parameters<typeof sightOf>[0], who: Reader, now = before) =>
  sightOf(poll, ["A", "B"], { reader: who, now });

const ALL = { letters: ["A", "B"], hiddenBy: null };

describe("what a reader sees of others' answers", () => {
  it("is everything when nothing is hidden", () => {
    expect(see(open, reader([]))).toEqual(ALL);
  });

  it("is nothing until one has answered a slot on offer, and then everything", () => {
    const poll = { ...open, hidesOthers: true };
    expect(see(poll, reader(["A"]))).toEqual({ letters: [], hiddenBy: "others" });
    expect(see(poll, reader(["A"], new Uint8Array(2)))).toEqual({ letters: [], hiddenBy: "others" });
    expect(see(poll, reader(["A"], saidYesTo(1)))).toEqual({ letters: [], hiddenBy: "others" });
    expect(see(poll, reader(["A"], saidYesTo(3)))).toEqual(ALL);
  });

  it("is one's own side when the sides are hidden from each other, and neither for who has none", () => {
    const poll = { ...open, hidesSides: true };
    expect(see(poll, reader(["B"]))).toEqual({ letters: ["B"], hiddenBy: "sides" });
    expect(see(poll, reader([]))).toEqual({ letters: [], hiddenBy: "sides" });
    expect(see(poll, reader(["A", "B"]))).toEqual(ALL);
  });

  it("asks both settings when both are on", () => {
    const poll = { ...open, hidesOthers: true, hidesSides: true };
    expect(see(poll, reader(["A"]))).toEqual({ letters: [], hiddenBy: "others" });
    expect(see(poll, reader(["A"], saidYesTo(0)))).toEqual({ letters: ["A"], hiddenBy: "sides" });
  });

  it("is everything from the deadline on and once decided", () => {
    const poll = { ...open, hidesOthers: true, hidesSides: true };
    expect(see(poll, reader([]), closesAt)).toEqual(ALL);
    expect(see({ ...poll, state: "decided" }, reader([]))).toEqual(ALL);
  });
});

describe("the sides somebody belongs to", () => {
  const group = (reference: string) => ({ id: reference, reference });
  const series = {
    id: "s",
    sides: [
      { id: "a", letter: "A", group: group("SG2"), questions: [group("Q1/2")] },
      { id: "b", letter: "B", group: group("SG20"), questions: [group("Q6/20")] },
    ],
  };
  const nobody = { parts: [], roles: [] };

  it("come from parts in this series, from being asked, and from roles in its groups", () => {
    const part = { seriesId: "s", sideId: "a", role: "co_chair" } as const;
    const role = { role: "delegate", groupId: "Q6/20", group: "Q6/20" } as const;
    expect(lettersOf(nobody, series, null)).toEqual([]);
    expect(lettersOf({ ...nobody, parts: [part] }, series, null)).toEqual(["A"]);
    expect(lettersOf({ ...nobody, parts: [{ ...part, seriesId: "other" }] }, series, null)).toEqual([]);
    expect(lettersOf(nobody, series, { sideId: "b" })).toEqual(["B"]);
    expect(lettersOf({ parts: [part], roles: [role] }, series, null)).toEqual(["A", "B"]);
  });
});
