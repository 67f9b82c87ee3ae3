import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOfMinute, isWithinHours, stretchesOf, touchesHours } from "#lib/kernel/hours";
import { addMinutes } from "#lib/kernel/interval";
import { minuteOfDayIn } from "#lib/kernel/zone";

const minute = fc.integer({ min: 0, max: 1_439 });
const hours = fc.record({ from: minute, to: minute });

describe("isWithinHours", () => {
  it.each([
    ["over midnight", { from: 23 * 60, to: 8 * 60 }, [1_380, 1_439, 0, 479], [480, 720, 1_379]],
    ["from midnight", { from: 0, to: 6 * 60 }, [0, 359], [360, 720, 1_439]],
    ["until midnight", { from: 18 * 60, to: 0 }, [1_080, 1_439], [0, 720, 1_079]],
    ["of no length", { from: 480, to: 480 }, [], [0, 479, 480, 1_439]],
  ])("holds the first minute and not the last of hours %s", (...[, span, inside, outside]) => {
    expect(inside.filter((at) => !isWithinHours(at, span))).toEqual([]);
    expect(outside.filter((at) => isWithinHours(at, span))).toEqual([]);
  });

  it("is true of each minute for either the hours or those from their end to their start", () => {
    fc.assert(
      fc.property(minute, hours, (at, { from, to }) => {
        fc.pre(from !== to);
        expect(isWithinHours(at, { from, to })).toBe(!isWithinHours(at, { from: to, to: from }));
      }),
    );
  });
});

describe("stretchesOf", () => {
  it("is the minutes of the hours, whichever way round they are", () => {
    fc.assert(
      fc.property(hours, minute, (span, at) => {
        const within = stretchesOf(span).some(({ from, to }) => from <= at && at < to);
        expect(within).toBe(isWithinHours(at, span));
      }),
    );
    expect(stretchesOf({ from: 1_380, to: 0 })).toEqual([{ from: 1_380, to: 1_440 }]);
  });
});

describe("touchesHours", () => {
  const zones = [
    "Europe/Zurich",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
  ];
  /** Two days around the change of clocks in Europe and Morocco, and around those in New York and on Lord Howe. */
  const around = fc.constantFrom(
    "2027-03-27T00:00Z",
    "2027-03-13T00:00Z",
    "2027-10-30T00:00Z",
    "2027-04-03T00:00Z",
  );

  it("is true when, and only when, one minute of the span lies in the hours, also while clocks change", () => {
    fc.assert(
      fc.property(
        fc.record({
          day: around,
          shift: fc.integer({ min: 0, max: 2_880 }),
          length: fc.integer({ min: 1, max: 700 }),
        }),
        fc.constantFrom(...zones),
        hours,
        ({ day, shift, length }, timeZone, span) => {
          const start = addMinutes(new Date(day), shift);
          const minutes = Array.from({ length }, (_, at) => minuteOfDayIn(addMinutes(start, at), timeZone));
          const one = minutes.some((at) => isWithinHours(at, span));
          expect(touchesHours({ start, end: addMinutes(start, length) }, timeZone, span)).toBe(one);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not touch what begins when the span ends", () => {
    const span = { start: new Date("2027-01-12T20:00Z"), end: new Date("2027-01-12T22:00Z") };
    expect(touchesHours(span, "Europe/Zurich", { from: 23 * 60, to: 8 * 60 })).toBe(false);
    expect(touchesHours(span, "Europe/Zurich", { from: 22 * 60 + 59, to: 8 * 60 })).toBe(true);
  });
});

it("writes minutes after midnight as a clock", () => {
  expect([0, 545, 1_439, 1_440].map(clockOfMinute)).toEqual(["00:00", "09:05", "23:59", "00:00"]);
});
