import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#lib/kernel/day";
import { clockIn, dayIn } from "#lib/kernel/zone";
import { clockOf, generateSlots, isoWeekday, type Generation } from "#lib/scheduling/domain/generate-slots";

const NOTHING = { now: new Date("2026-01-01T00:00:00Z"), taken: [], isOwnMeeting: () => false };
const WEEK: Generation = {
  ...{ fromDay: "2027-03-22", toDay: "2027-04-02", weekdays: [1, 2, 3, 4, 5] },
  ...{
    fromClock: "09:00",
    toClock: "13:00",
    timeZone: "Europe/Zurich",
    lengthMinutes: 120,
    stepMinutes: 120,
  },
};
const starts = (generation: Partial<Generation>, limits = NOTHING) =>
  generateSlots({ ...WEEK, ...generation }, limits).slots.map(({ start }) =>
    start.toISOString().slice(0, 16),
  );

describe("generateSlots", () => {
  it("keeps the clock over a clock change, so that the instant moves", () => {
    expect(starts({ fromDay: "2027-03-26", toDay: "2027-03-29", toClock: "11:00" })).toEqual([
      "2027-03-26T08:00",
      "2027-03-29T07:00",
    ]);
  });

  it("ends within the hours, and steps by the clock", () => {
    expect(starts({ fromDay: "2027-03-22", toDay: "2027-03-22", stepMinutes: 30 })).toEqual([
      ...["2027-03-22T08:00", "2027-03-22T08:30", "2027-03-22T09:00", "2027-03-22T09:30", "2027-03-22T10:00"],
    ]);
    expect(starts({ toClock: "10:59" })).toEqual([]);
  });

  it("leaves out what a day of 23 hours skips, and says how many", () => {
    const night = {
      fromDay: "2027-03-28",
      toDay: "2027-03-28",
      weekdays: [7],
      fromClock: "01:00",
      toClock: "04:00",
    };
    const { slots, leftOut } = generateSlots(
      { ...WEEK, ...night, lengthMinutes: 30, stepMinutes: 30 },
      NOTHING,
    );
    expect(slots.map(({ clock }) => clock)).toEqual(["01:00", "01:30", "03:00", "03:30"]);
    expect(leftOut).toEqual({ past: 0, taken: 0, ownMeetings: 0, skipped: 2 });
  });

  it("runs over midnight into the next day when the hours do", () => {
    const night = { fromDay: "2027-03-22", toDay: "2027-03-22", fromClock: "23:00", toClock: "01:00" };
    const { slots } = generateSlots({ ...WEEK, ...night, lengthMinutes: 60, stepMinutes: 60 }, NOTHING);
    expect(slots.map(({ day, clock }) => `${day} ${clock}`)).toEqual([
      "2027-03-22 23:00",
      "2027-03-23 00:00",
    ]);
  });

  it("knows zones of half hours", () => {
    expect(
      starts({ fromDay: "2027-03-22", toDay: "2027-03-22", timeZone: "Asia/Kathmandu", toClock: "11:00" }),
    ).toEqual(["2027-03-22T03:15"]);
  });

  it("counts what it leaves out: past, there already, own meetings", () => {
    const { slots, leftOut } = generateSlots(
      { ...WEEK, toDay: "2027-03-25", toClock: "11:00" },
      {
        now: new Date("2027-03-22T08:00:00Z"),
        taken: [{ start: new Date("2027-03-23T08:00:00Z"), lengthMinutes: 120 }],
        isOwnMeeting: ({ start }) => dayIn(start, "Europe/Zurich") === "2027-03-24",
      },
    );
    expect(slots.map(({ day }) => day)).toEqual(["2027-03-25"]);
    expect(leftOut).toEqual({ past: 1, taken: 1, ownMeetings: 1, skipped: 0 });
  });

  it("gives nothing for a range turned round, or one of years", () => {
    expect(starts({ toDay: "2027-03-21" })).toEqual([]);
    expect(starts({ toDay: "2029-03-21" })).toEqual([]);
  });

  it("only makes slots that are on the wanted weekdays and hours of the zone's clock, none twice", () => {
    const zones = [
      "Europe/Zurich",
      "America/St_Johns",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
    ];
    const generation = fc.record({
      fromDay: fc.nat(400).map((days) => addDays("2027-01-01", days)),
      span: fc.nat(20),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      from: fc.nat(47),
      hours: fc.integer({ min: 1, max: 47 }),
      timeZone: fc.constantFrom(...zones),
      lengthMinutes: fc.constantFrom(15, 45, 60, 120),
      stepMinutes: fc.constantFrom(15, 30, 60, 90),
    });
    fc.assert(
      fc.property(generation, ({ span, from, hours, ...rest }) => {
        const wanted = {
          ...{ ...rest, toDay: addDays(rest.fromDay, span) },
          ...{ fromClock: clockOf(from * 30), toClock: clockOf(((from + hours) * 30) % 1_440) },
        };
        const { slots } = generateSlots(wanted, NOTHING);
        expect(new Set(slots.map(({ start }) => start.getTime())).size).toBe(slots.length);
        for (const { start, end, day, clock } of slots) {
          expect([dayIn(start, rest.timeZone), clockIn(start, rest.timeZone)]).toEqual([day, clock]);
          expect(end.getTime() - start.getTime()).toBe(rest.lengthMinutes * 60_000);
          const minutes =
            daysBetween(rest.fromDay, day) * 1_440 + Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
          const after = (((minutes - from * 30) % 1_440) + 1_440) % 1_440;
          expect(after + rest.lengthMinutes).toBeLessThanOrEqual(hours * 30);
          expect(rest.weekdays).toContain(
            isoWeekday(addDays(rest.fromDay, Math.floor((minutes - after) / 1_440))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
