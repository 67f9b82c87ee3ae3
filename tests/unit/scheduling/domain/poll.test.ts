import { expect, it } from "vitest";
import { phaseOf } from "#lib/scheduling/domain/poll";

const closesAt = new Date("2027-01-10T16:00:00.000Z");
const open = { state: "open", closesAt } as const;

it.each([
  ["2027-01-10T15:59:59.999Z", "open"],
  ["2027-01-10T16:00:00.000Z", "closed"],
])("is closed from its deadline on, to the millisecond: at %s it is %s", (now, phase) => {
  expect(phaseOf(open, new Date(now))).toBe(phase);
});

it("stays a draft without a deadline, and decided whatever the deadline", () => {
  expect(phaseOf({ state: "draft", closesAt: null }, closesAt)).toBe("draft");
  expect(phaseOf({ state: "decided", closesAt }, new Date(0))).toBe("decided");
  expect(phaseOf({ state: "open", closesAt: null }, closesAt)).toBe("closed");
});
