import { expect, it } from "vitest";
import { MOST_ENTRIES, requireRoom } from "#lib/availability/domain/limits";
import { minutesBetween } from "#lib/availability/domain/span";

it("counts minutes after midnight, and takes 00:00 as the end of the day", () => {
  expect(minutesBetween("09:05", "17:30")).toEqual({ fromMinute: 545, toMinute: 1050 });
  expect(minutesBetween("00:00", "00:00")).toEqual({ fromMinute: 0, toMinute: 1440 });
});

it.each([
  ["09:00", "09:00"],
  ["23:59", "00:01"],
])("refuses %s to %s, which is no span of a day", (from, to) => {
  expect(() => minutesBetween(from, to)).toThrow("invalid");
});

it("has room for as many entries as it says", () => {
  expect(() => requireRoom(MOST_ENTRIES - 1)).not.toThrow();
  expect(() => requireRoom(MOST_ENTRIES)).toThrow("conflict");
});
