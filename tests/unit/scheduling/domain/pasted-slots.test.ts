import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/day";
import { clockOf } from "#lib/scheduling/domain/generate-slots";
import { readPastedSlots } from "#lib/scheduling/domain/pasted-slots";

const DEFAULTS = {
  ...{ timeZone: "Europe/Zurich", lengthMinutes: 120, today: "2027-01-04" },
  zones: ["Europe/Zurich", "Asia/Seoul", "America/New_York", "Asia/Kolkata", "UTC"],
};
const read = (text: string) => {
  const { slots, problems } = readPastedSlots(text, DEFAULTS);
  return {
    slots: slots.map(({ start, lengthMinutes }) => `${start.toISOString().slice(0, 16)}/${lengthMinutes}`),
    problems: problems.map(({ line, words }) => `${line} ${words.key}`),
  };
};
const reads = (slots: string[]) => ({ slots, problems: [] });

describe("readPastedSlots", () => {
  it.each([
    "2027-03-16 14:00",
    "2027-03-16T14:00",
    "2027/03/16, 14:00-16:00",
    "20270316 14:00",
    "16 March 2027, 14:00",
    "Tuesday 16 March 2027 14:00-16:00",
    "Tue, 16 Mar 2027 from 14:00 to 16:00 Geneva time",
    "March 16, 2027 at 2 pm",
    "16th of March 2027 2:00 pm - 4:00 pm",
    "16 March 14h00",
    "16.3.2027 14.00",
    "16/03/2027 14:00",
    "• Slot 1: 16 March 2027 14:00 (120 min)",
    "1) 16 March 2027, 14:00–16:00",
    "16 March 2027 13:00 UTC",
    "2027-03-16T13:00Z",
    "16 March 2027 14:00 CET",
    "16 March 2027 18:30+05:30",
    "2027-03-16T18:30:00+05:30",
    "2027-03-16T08:00-05:00",
    "16 March 2027 15:00-17:00 UTC+2",
    "16 March 2027 22:00 Seoul",
    "16 March 2027 22:00-00:00 Asia/Seoul",
    "16 March 2027 9:00 am New York time",
    "16 March 2027 1400-1600",
  ])("reads '%s' as 16 March 2027 at 14:00 Geneva", (line) => {
    expect(read(line)).toEqual(reads(["2027-03-16T13:00/120"]));
  });

  it("reads several times of a line, spans of days as ITU writes them, and a day that stands above its times", () => {
    expect(read("16 March 2027: 09:00, 11:00 and 14:00-15:30")).toEqual(
      reads(["2027-03-16T08:00/120", "2027-03-16T10:00/120", "2027-03-16T13:00/90"]),
    );
    expect(read("16-18 March 2027 14:00")).toEqual(
      reads(["2027-03-16T13:00/120", "2027-03-17T13:00/120", "2027-03-18T13:00/120"]),
    );
    expect(read("Tuesday 16 March 2027\n09:00-10:00\n11:00\n\nWed 17 March\n09:00")).toEqual(
      reads(["2027-03-16T08:00/60", "2027-03-16T10:00/120", "2027-03-17T08:00/120"]),
    );
  });

  it("takes a day without a year as the next such day", () => {
    expect(read("3 January 14:00")).toEqual(reads(["2028-01-03T13:00/120"]));
    expect(read("4 January 14:00")).toEqual(reads(["2027-01-04T13:00/120"]));
  });

  it("names the line and what is wrong with it, and still reads the others", () => {
    const text = [
      "Monday 16 March 2027 14:00",
      "31 April 2027 14:00",
      "16 March 2027 25:00",
      "16 March 2027 14:00 IST",
      "16 March 2027 14:00 in the small room",
      "14:00",
      "28 March 2027 02:30",
      "17 March 2027 14:00",
    ].join("\n");
    expect(read(text)).toEqual({
      slots: ["2027-03-17T13:00/120"],
      problems: [
        "1 offering.paste.otherWeekday",
        "2 offering.paste.noSuchDay",
        "3 offering.paste.noSuchTime",
        "4 offering.paste.unknown",
        "5 offering.paste.unknown",
        "6 offering.paste.noDay",
        "7 scheduling.refusal.skippedTime",
      ],
    });
  });

  it("never throws, whatever is pasted, and reads what it wrote itself", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(() => readPastedSlots(text, DEFAULTS)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(
        fc.nat(700),
        fc.integer({ min: 24, max: 95 }),
        fc.integer({ min: 1, max: 32 }),
        (days, start, length) => {
          const day = addDays("2027-01-05", days);
          const line = `${day} ${clockOf(start * 15)}-${clockOf(((start + length) * 15) % 1440)} UTC`;
          expect(read(line)).toEqual(reads([`${day}T${clockOf(start * 15)}/${length * 15}`]));
        },
      ),
    );
  });
});
