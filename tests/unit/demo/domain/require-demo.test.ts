import { expect, it } from "vitest";
import { requireDemo } from "#lib/demo/domain/require-demo";

it("requireDemo lets pass in the demonstration and answers like an unknown address elsewhere", () => {
  expect(requireDemo(true)).toBeUndefined();
  expect(() => requireDemo(false)).toThrow(expect.objectContaining({ code: "not_found" }));
});
