import { expect, it } from "vitest";
import { LIMITS } from "#lib/rules/domain/rules";
import { deadlinesOf } from "#lib/overview/domain/deadlines";

it("counts calendar days back from the opening of the target meeting", () => {
  // The case of docs/rules.md#d7: TSAG opens on 26 May, Contributions 14 May, TDs 19 May, last meeting 5 May.
  expect(deadlinesOf({ target: { group: null, month: null, opensOn: "2025-05-26" } }, LIMITS)).toEqual({
    ...{ exception: "2025-05-05", contribution: "2025-05-14", available: "2025-05-19" },
  });
});

it("guesses nothing while only the month is known", () => {
  expect(deadlinesOf({ target: { group: null, month: "2025-05", opensOn: null } }, LIMITS)).toBeNull();
});
