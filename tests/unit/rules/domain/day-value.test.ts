import { expect, it } from "vitest";
import { dayValue } from "#lib/rules/domain/day-value";

it("gives midnight UTC of the day, in milliseconds", () => {
  expect(dayValue("2027-03-01")).toBe(Date.UTC(2027, 2, 1));
});
