import { describe, expect, it } from "vitest";
import { type BookRow, EVERYBODY, fits, seeRows, stateOf } from "#lib/scheduling/domain/book";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";

const row = (personId: string, sideId: string): BookRow => ({
  ...{ id: `i-${personId}`, personId, sideId, name: personId, timeZone: "Asia/Seoul", groups: ["Q1/2"] },
  ...{
    required: false,
    answers: packAnswers(new Map([[0, "yes"]])),
    answeredAt: new Date(0),
    note: "private",
    enteredBy: "Sam",
  },
  state: "all",
});
const see = (letters: string[], readerId = "nobody") =>
  seeRows([row("ann", "a"), row("bo", "b")], {
    ...{ readerId, sight: { letters, hiddenBy: null } },
    letterOf: (sideId) => sideId.toUpperCase(),
  });

describe("rows as a reader may see them", () => {
  it("hold no answers and no note of a side that is hidden, and say that it was answered", () => {
    const [ann, bo] = see(["A"]);
    expect(ann).toMatchObject({
      letter: "A",
      note: "private",
      enteredBy: "Sam",
      answers: new Uint8Array([1]),
    });
    expect(bo).toMatchObject({ letter: "B", note: "", answers: null, enteredBy: null, state: "all" });
    expect(JSON.stringify(see([]))).not.toContain("private");
  });

  it("always hold one's own", () => {
    expect(see([], "bo")[1]).toMatchObject({ isOwn: true, note: "private", answers: new Uint8Array([1]) });
  });

  it("name nobody's id as a person", () => {
    expect(see(["A", "B"])[0]).not.toHaveProperty("personId");
  });
});

describe("how far somebody is", () => {
  const slots = [{ ordinal: 0 }, { ordinal: 5 }];
  const said = (...ordinals: number[]) => packAnswers(new Map(ordinals.map((ordinal) => [ordinal, "no"])));

  it("is none without an answer, part while a slot on offer is left, and all", () => {
    expect(stateOf({ answers: null, answeredAt: null }, slots)).toBe("none");
    expect(stateOf({ answers: said(0, 3), answeredAt: new Date(0) }, slots)).toBe("part");
    expect(stateOf({ answers: said(0, 5), answeredAt: new Date(0) }, slots)).toBe("all");
  });
});

describe("the filter of people", () => {
  it("lets through who fits every part that is set", () => {
    const [ann] = see(["A", "B"]);
    if (!ann) throw new Error("no row");
    expect(fits(ann, EVERYBODY)).toBe(true);
    expect(fits(ann, { side: "A", group: "Q1/2", zone: "Asia/Seoul" })).toBe(true);
    expect(fits(ann, { ...EVERYBODY, side: "B" })).toBe(false);
    expect(fits(ann, { ...EVERYBODY, group: "Q6/20" })).toBe(false);
    expect(fits(ann, { ...EVERYBODY, zone: "UTC" })).toBe(false);
  });
});
