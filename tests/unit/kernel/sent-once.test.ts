import { expect, it } from "vitest";
import { findPutAside, putAside } from "#lib/kernel/sent-once";

it("finds what was put aside by its name, and nothing by another", () => {
  const [one, two] = [putAside("<p>one</p>"), putAside("<p>two</p>")];

  expect([findPutAside(one), findPutAside(two)]).toEqual(["<p>one</p>", "<p>two</p>"]);
  expect(findPutAside("no such name")).toBeNull();
});

it("forgets the oldest first, and never the last thousand", () => {
  const names = Array.from({ length: 1_001 }, (_, index) => putAside(String(index)));

  expect(findPutAside(names[0] ?? "")).toBeNull();
  expect(findPutAside(names[1] ?? "")).toBe("1");
});
