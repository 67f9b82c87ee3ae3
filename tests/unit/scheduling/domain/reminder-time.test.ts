import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMinutes } from "#lib/kernel/interval";
import { minuteOfDayIn } from "#lib/kernel/zone";
import { LIMITS } from "#lib/rules/domain/rules";
import { dueTimes } from "#lib/scheduling/domain/reminder-time";

const at = (text: string) => new Date(text);
const closesAt = at("2027-01-15T16:00:00Z");
const first = at("2027-01-13T10:00:00Z");
const second = at("2027-01-14T10:00:00Z");
const { night } = LIMITS.D3;
const zoned = (now: Date, timeZone = "Europe/Zurich", sent: Date[] = []) =>
  dueTimes([second, first], { now, closesAt, timeZone, night, sent });

describe("dueTimes", () => {
  it("is empty before the first time and one mail's worth from then on", () => {
    expect(zoned(addMinutes(first, -1))).toEqual([]);
    expect(zoned(first)).toEqual([first]);
  });

  it("gives two times that were missed to one mail, the latest first", () => {
    expect(zoned(second)).toEqual([second, first]);
  });

  it("is empty for what was sent, from the deadline on, and a day after the time", () => {
    expect(zoned(first, "Europe/Zurich", [first])).toEqual([]);
    expect(zoned(closesAt)).toEqual([]);
    expect(zoned(addMinutes(second, 24 * 60 - 1))).toEqual([second, first]);
    expect(zoned(addMinutes(second, 24 * 60))).toEqual([]);
  });

  it("waits for the morning where it is night: 10:00 UTC is 02:00 in Los Angeles", () => {
    expect(zoned(first, "America/Los_Angeles")).toEqual([]);
    expect(zoned(at("2027-01-13T15:59:00Z"), "America/Los_Angeles")).toEqual([]);
    expect(zoned(at("2027-01-13T16:00:00Z"), "America/Los_Angeles")).toEqual([first]);
  });

  it("reminds at noon when the night begins at midnight", () => {
    const rest = { from: 0, to: 6 * 60 };
    const on = (now: string) =>
      dueTimes([first], { now: at(now), closesAt, timeZone: "Europe/Zurich", night: rest, sent: [] });
    expect(on("2027-01-13T11:00:00Z")).toEqual([first]);
    expect(on("2027-01-14T04:59:00Z")).toEqual([]);
    expect(on("2027-01-14T05:00:00Z")).toEqual([first]);
  });

  it("never reminds at night, early or after the deadline, and never twice, in any zone and minute", () => {
    const zones = ["Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns", "Europe/Zurich", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: -2_000, max: 6_000 }),
        fc.boolean(),
        (timeZone, minutes, wasSent) => {
          const now = addMinutes(first, minutes);
          const due = zoned(now, timeZone, wasSent ? [first, second] : []);
          if (due.length === 0) return;
          const minute = minuteOfDayIn(now, timeZone);
          expect(minute >= 8 * 60 && minute < 23 * 60).toBe(true);
          expect(now < closesAt && due.every((time) => time <= now)).toBe(true);
          expect(wasSent).toBe(false);
        },
      ),
    );
  });
});
