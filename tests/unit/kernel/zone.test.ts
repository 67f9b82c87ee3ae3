import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDay } from "#lib/kernel/day";
import { clockIn, dayIn, instantOf, isTimeZone, minuteOfDayIn, offsetMinutes } from "#lib/kernel/zone";

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
