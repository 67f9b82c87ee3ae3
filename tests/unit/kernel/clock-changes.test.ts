import { expect, it } from "vitest";
import { clockSpans } from "#lib/kernel/clock-changes";
import { offsetMinutes } from "#lib/kernel/zone";

const at = (text: string) => Date.parse(text);

it("knows the minute in which clocks change", () => {
  expect(clockSpans("Europe/Zurich", at("2027-03-01T12:00Z"), at("2027-11-30T12:00Z"))).toEqual([
    { from: at("2027-03-01T12:00Z"), offsetMinutes: 60 },
    { from: at("2027-03-28T01:00Z"), offsetMinutes: 120 },
    { from: at("2027-10-31T01:00Z"), offsetMinutes: 60 },
  ]);
});

it("knows a change in the last minute, and none after it", () => {
  const change = at("2027-03-28T01:00Z");

  expect(clockSpans("Europe/Zurich", change - 600_000, change)).toHaveLength(2);
  expect(clockSpans("Europe/Zurich", change - 600_000, change - 1)).toHaveLength(1);
});

it("knows zones east and west, of half and quarter hours, and those that stand still", () => {
  const now = at("2027-01-10T00:00Z");
  const offset = (zone: string) => clockSpans(zone, now, now + 1)[0]?.offsetMinutes;

  expect(["UTC", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"].map(offset)).toEqual([
    0, 345, -210, 660,
  ]);
});

it("agrees with the tz data in zones with odd changes on every sixth hour of three years", () => {
  const [from, to] = [at("2026-01-01T00:00Z"), at("2029-01-01T00:00Z")];
  const zones = ["Africa/Casablanca", "Africa/Cairo", "America/Santiago", "Asia/Gaza", "Europe/Dublin"];
  for (const zone of [...zones, "Australia/Lord_Howe", "America/Vancouver", "Asia/Kathmandu"]) {
    const spans = clockSpans(zone, from, to);
    for (let instant = from; instant <= to; instant += 6 * 3_600_000) {
      const span = spans.findLast((candidate) => candidate.from <= instant);
      expect(span?.offsetMinutes).toBe(offsetMinutes(new Date(instant), zone));
    }
  }
});
