import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDay } from "#lib/kernel/day";
import {
  allZones,
  canonicalZone,
  clockIn,
  dayIn,
  instantOf,
  isTimeZone,
  minuteOfDayIn,
  offsetMinutes,
} from "#lib/kernel/zone";

describe("zones", () => {
  it("knows IANA names and refuses everything else", () => {
    expect(["Europe/Zurich", "America/Argentina/Buenos_Aires", "UTC"].filter(isTimeZone)).toHaveLength(3);
    expect(["", "Mars/Base", "+02:00", "Europe/Zurich\r\nX:1", "Asia/<b>"].filter(isTimeZone)).toEqual([]);
  });

  it("turns a wall clock into an instant on both sides of the clock change", () => {
    expect(instantOf("2026-03-27", "13:00", "Europe/Zurich").toISOString()).toBe("2026-03-27T12:00:00.000Z");
    expect(instantOf("2026-03-30", "13:00", "Europe/Zurich").toISOString()).toBe("2026-03-30T11:00:00.000Z");
  });

  it("moves a time that the clock change skips to after the change", () => {
    const skipped = instantOf("2026-03-29", "02:30", "Europe/Zurich");
    expect(clockIn(skipped, "Europe/Zurich")).toBe("03:30");
  });

  it("gives day, minute and offset of an instant in zones with odd offsets", () => {
    const instant = new Date("2026-01-31T18:30:00Z");
    expect(dayIn(instant, "Asia/Kathmandu")).toBe("2026-02-01");
    expect(minuteOfDayIn(instant, "Asia/Kathmandu")).toBe(15);
    expect(offsetMinutes(instant, "Asia/Kathmandu")).toBe(345);
    expect(offsetMinutes(instant, "Australia/Lord_Howe")).toBe(660);
  });
});

describe("canonicalZone", () => {
  it.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["asia/kolkata", "Asia/Kolkata"],
    ["europe/zurich", "Europe/Zurich"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
    ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["US/Eastern", "America/New_York"],
    ["Etc/UTC", "UTC"],
    ["Europe/Oslo", "Europe/Oslo"], // a place of its own, whatever clocks it shares
  ])("keeps %s as %s", (name, kept) => {
    expect(canonicalZone(name)).toBe(kept);
  });

  it("gives a zone that is its own kept name and shows the same clock, for every zone that is known", () => {
    const instants = ["2026-01-15T00:00Z", "2026-07-15T00:00Z", "2027-03-28T12:00Z"].map(
      (text) => new Date(text),
    );
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const kept = canonicalZone(zone);
      expect([isTimeZone(kept) || !zone.includes("/"), canonicalZone(kept)]).toEqual([true, kept]);
      expect(instants.map((at) => offsetMinutes(at, kept))).toEqual(
        instants.map((at) => offsetMinutes(at, zone)),
      );
    }
    expect(new Set(allZones()).size).toBe(allZones().length);
    expect(allZones()).toEqual(
      expect.arrayContaining(["UTC", "Asia/Kolkata", "Europe/Kyiv", "Europe/Zurich"]),
    );
    expect(allZones()).not.toContain("Asia/Calcutta");
  });
});

describe("days", () => {
  it("accepts only days that exist", () => {
    expect(["2024-02-29", "2026-12-31"].filter(isDay)).toHaveLength(2);
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "tomorrow", ""].filter(isDay)).toEqual([]);
  });

  it("counts calendar days over a clock change", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
  });
});
