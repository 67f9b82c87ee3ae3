import { expect, it } from "vitest";
import { say } from "#lib/kernel/words";
import { inEnglish } from "#lib/words/translate";

it("turns words into the sentence, never into their name", () => {
  expect(inEnglish(say("scheduling.csv.enteredBy"))).toBe("Entered by");
  expect(inEnglish(say("scheduling.csv.name"))).not.toContain("scheduling");
});
