import { expect, it } from "vitest";
import { isUuid } from "#lib/kernel/uuid";

it("takes ids for ids and nothing else", () => {
  expect(isUuid("01a20480-8eeb-72ce-a197-d849c7306eb1")).toBe(true);
  for (const text of [
    "",
    "new",
    "01a20480-8eeb-72ce-a197-d849c7306eb",
    "01a20480-8eeb-72ce-a197-d849c7306eb1\n",
  ])
    expect(isUuid(text), text).toBe(false);
});
