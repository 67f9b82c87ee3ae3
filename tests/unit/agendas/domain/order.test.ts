import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUTIES } from "#lib/agendas/domain/agenda";
import { moveItem, placeFor } from "#lib/agendas/domain/order";

describe("moveItem", () => {
  it.each([
    [0, 2, "bca"],
    [2, 0, "cab"],
    [1, 1, "abc"],
    [0, -5, "abc"],
    [0, 99, "bca"],
    [7, 0, "abc"],
    [-1, 0, "abc"],
  ])("moves the item at %i to %i: %s", (from, to, expected) => {
    expect(moveItem([..."abc"], from, to).join("")).toBe(expected);
  });

  it("loses and doubles nothing, and moving back undoes it", () => {
    const place = fc.nat({ max: 9 });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const items = [..."0123456789"];
        const moved = moveItem(items, from, to);
        expect(moved[to]).toBe(String(from));
        expect(moveItem(moved, to, from)).toEqual(items);
      }),
    );
  });
});

describe("placeFor", () => {
  const all = DUTIES.map((duty) => ({ duty }));

  it.each(DUTIES)("puts a duty item that is missing back where it belongs: %s", (duty) => {
    const others = all.filter((item) => item.duty !== duty);
    expect(placeFor(duty, others)).toBe(DUTIES.indexOf(duty));
  });

  it("puts any other item after the discussion and what was added there", () => {
    const items = [{ duty: "discussion" as const }, { duty: null }, { duty: "ipr" as const }];
    expect(placeFor(null, items)).toBe(2);
  });

  it("puts an item at the end when nothing comes after it", () => {
    expect(placeFor("opening", [])).toBe(0);
    expect(placeFor("closure", [{ duty: null }])).toBe(1);
  });
});
