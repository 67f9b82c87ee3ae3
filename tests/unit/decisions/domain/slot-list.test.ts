import fc from "fast-check";
import { expect, it } from "vitest";
import { readSlots, writeSlots } from "#lib/decisions/domain/slot-list";

const anySlots = fc.array(
  fc.record({
    ordinal: fc.nat(2_000),
    startsAt: fc.integer({ min: 0, max: 40_000_000 }).map((minutes) => minutes * 60_000),
  }),
  { maxLength: 40 },
);

it("reads back the slots that it wrote, in their order", () => {
  fc.assert(
    fc.property(anySlots, (slots) => {
      expect(readSlots(writeSlots(slots))).toEqual(slots);
    }),
  );
});

it("says only how much later the next one is, as long as ordinals count up", () => {
  const at = (startsAt: string, ordinal: number) => ({ ordinal, startsAt: Date.parse(startsAt) });
  const slots = [at("1970-01-01T01:00Z", 0), at("1970-01-01T03:00Z", 1), at("1970-01-01T03:30Z", 7)];
  expect(writeSlots(slots)).toBe("60 120 30:7");
  expect(readSlots("")).toEqual([]);
});
