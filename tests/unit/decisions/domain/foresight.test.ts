import { expect, it } from "vitest";
import { halfOfEachSide } from "#lib/decisions/domain/foresight";

it("needs half of each side, rounded up", () => {
  const people = ["A", "A", "A", "B", "B"].map((letter) => ({ letter }));

  expect(halfOfEachSide(people)).toEqual({ A: 2, B: 1 });
  expect(halfOfEachSide([])).toEqual({});
});
