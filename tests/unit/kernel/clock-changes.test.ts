import { formatInTimeZone } from "date-fns-tz";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockIn, dayIn, instantOf, isTimeZone, minuteOfDayIn, offsetMinutes } from "#lib/kernel/zone";

const ZONES = [
  "Europe/Zurich",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Asia/Seoul",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Africa/Casablanca",
  "America/Santiago",
  "Antarctica/Troll",
];
const FROM = Date.parse("2026-01-01T00:00:00Z");
const TO = Date.parse("2029-01-01T00:00:00Z");

describe("the clock of a zone", () => {
  it("is the one that date-fns-tz formats, at any minute of 2026 to 2028", () => {
    const minute = fc.integer({ min: FROM / 60_000, max: TO / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (at, zone) => {
        const instant = new Date(at * 60_000);
        expect(`${dayIn(instant, zone)} ${clockIn(instant, zone)}`).toBe(
          formatInTimeZone(instant, zone, "yyyy-MM-dd HH:mm"),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(ZONES)("changes in %s at the very minute, for every clock change of 2026 to 2028", (zone) => {
    const WEEK = 7 * 86_400_000;
    for (let at = FROM; at < TO; at += WEEK) {
      let [before, after] = [at, at + WEEK];
      const plain = (ms: number) => formatInTimeZone(new Date(ms), zone, "xxx");
      if (plain(before) === plain(after)) continue;
      while (after - before > 60_000) {
        const middle = Math.floor((before + after) / 120_000) * 60_000;
        if (plain(middle) === plain(before)) before = middle;
        else after = middle;
      }
      for (const ms of [before, after])
        expect(clockIn(new Date(ms), zone)).toBe(formatInTimeZone(new Date(ms), zone, "HH:mm"));
      expect(offsetMinutes(new Date(after), zone)).not.toBe(offsetMinutes(new Date(before), zone));
    }
  });
});

describe("instantOf", () => {
  it("is undone by dayIn and clockIn wherever the clocks do not jump", () => {
    const instant = instantOf("2027-03-01", "14:00", "Asia/Kathmandu");
    expect(instant).toEqual(new Date("2027-03-01T08:15:00Z"));
    expect(dayIn(instant, "Asia/Kathmandu")).toBe("2027-03-01");
    expect(minuteOfDayIn(instant, "Asia/Kathmandu")).toBe(14 * 60);
  });

  it.each(ZONES)("gives back every quarter hour around every clock change in %s", (zone) => {
    for (let at = FROM; at < TO; at += 86_400_000) {
      if (offsetMinutes(new Date(at), zone) === offsetMinutes(new Date(at + 86_400_000), zone)) continue;
      for (let ms = at; ms < at + 86_400_000; ms += 900_000) {
        const instant = new Date(ms);
        const [day, clock] = [dayIn(instant, zone), clockIn(instant, zone)];
        const back = instantOf(day, clock, zone);
        expect(`${dayIn(back, zone)} ${clockIn(back, zone)}`).toBe(`${day} ${clock}`);
        expect(back.getTime()).toBeLessThanOrEqual(ms);
      }
    }
  });

  it("gives the same distance after a skipped time, and the first of two equal times", () => {
    expect(clockIn(instantOf("2027-03-28", "02:30", "Europe/Zurich"), "Europe/Zurich")).toBe("03:30");
    expect(instantOf("2027-10-31", "02:30", "Europe/Zurich")).toEqual(new Date("2027-10-31T00:30:00Z"));
  });
});

describe("isTimeZone", () => {
  it("knows names of the tz database that name a place, and UTC", () => {
    for (const name of [...ZONES, "UTC", "Etc/GMT+5", "America/Argentina/Ushuaia"])
      expect([name, isTimeZone(name)]).toEqual([name, true]);
  });

  it("refuses offsets, abbreviations and what no machine knows", () => {
    for (const name of ["Z", "+01:00", "EST", "Mars/Base", "", "Europe/Zurich\n", "../etc"])
      expect([name, isTimeZone(name)]).toEqual([name, false]);
  });
});
