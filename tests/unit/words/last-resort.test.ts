import { expect, it } from "vitest";
import en from "#messages/en" with { type: "json" };
import lastResort from "#messages/last-resort" with { type: "json" };

it("says on the last page what the page of a failure says", () => {
  expect(en.errorPage).toMatchObject(lastResort);
});
