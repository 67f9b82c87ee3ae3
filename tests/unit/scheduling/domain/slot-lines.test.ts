import { expect, it } from "vitest";
import { readSlotLines } from "#lib/scheduling/domain/slot-lines";

it("reads a slot a line, in the ways people write them", () => {
  const text = "2027-03-16 14:00\r\n\n  2027-03-17T14:00  \n2027-03-18, 14:00\n2027-03-19;14:00 Geneva";
  expect(readSlotLines(text)).toEqual(
    ["2027-03-16", "2027-03-17", "2027-03-18", "2027-03-19"].map((day) => ({ day, clock: "14:00" })),
  );
});

it("gives what does not fit as it stands", () => {
  expect(readSlotLines("next Tuesday")).toEqual([{ day: "next", clock: "Tuesday" }]);
  expect(readSlotLines("2027-03-16")).toEqual([{ day: "2027-03-16", clock: "" }]);
  expect(readSlotLines("")).toEqual([]);
});
