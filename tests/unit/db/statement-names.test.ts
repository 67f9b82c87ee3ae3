import { expect, it } from "vitest";
import { nameStatements } from "#lib/db/statement-names";

it("names a statement from its third time on, always alike, and each its own", () => {
  const name = nameStatements();
  const times = ["a", "a", "a", "a", "b", "b", "b"].map((sql) => name({ sql }));

  expect(times.slice(0, 2)).toEqual(["", ""]);
  expect(times[2]).toMatch(/^l[\da-f]{32}$/);
  expect(times[3]).toBe(times[2]);
  expect(times.slice(4, 6)).toEqual(["", ""]);
  expect(times[6]).not.toBe(times[2]);
});

it("keeps a bounded number of them, however many texts there are", () => {
  const name = nameStatements();
  const named = new Set<string>();
  for (let text = 0; text < 2_000; text += 1)
    for (let time = 0; time < 4; time += 1) named.add(name({ sql: `select ${text}` }));

  expect(named.size - 1).toBe(400); // the empty name is none
});
