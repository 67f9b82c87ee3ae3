import { describe, expect, it } from "vitest";
import { checkHours } from "#lib/rules/domain/check-hours";
import { addMinutes } from "#lib/kernel/interval";
import { instantOf } from "#lib/kernel/zone";
import { inEnglish } from "#lib/words/translate";

const at = (clock: string, minutes: number, timeZone: string) => {
  const start = instantOf("2027-01-12", clock, timeZone);
  return { start, end: addMinutes(start, minutes) };
};
const kinds = (clock: string, minutes: number, timeZone = "Asia/Kathmandu") =>
  checkHours(at(clock, minutes, timeZone), [{ timeZone, people: 1 }]).map(({ severity }) => severity);

describe("D3", () => {
  it.each([
    ["08:00", 660, []],
    ["17:00", 120, []],
    ["17:01", 120, ["show"]],
    ["19:00", 60, ["show"]],
    ["21:00", 120, ["show"]],
    ["21:01", 120, ["warn"]],
    ["23:00", 60, ["warn"]],
    ["03:00", 60, ["warn"]],
    ["07:59", 30, ["warn"]],
    ["07:00", 60, ["warn"]],
  ])("judges a meeting that starts at %s and takes %i minutes: %j", (clock, minutes, expected) => {
    expect(kinds(clock, minutes)).toEqual(expected);
  });

  it("sees a night that lies wholly inside a very long meeting", () => {
    expect(kinds("22:00", 11 * 60)).toEqual(["warn"]);
    expect(kinds("08:00", 24 * 60)).toEqual(["warn"]);
  });

  it("counts people, names places with their hours, and counts nobody twice", () => {
    const slot = { start: new Date("2027-01-12T12:00Z"), end: new Date("2027-01-12T14:00Z") };
    const findings = checkHours(slot, [
      { timeZone: "Europe/Zurich", people: 9 },
      { timeZone: "Asia/Seoul", people: 4 },
      { timeZone: "Australia/Lord_Howe", people: 2 },
      { timeZone: "America/Los_Angeles", people: 1 },
    ]);
    expect(findings.map(({ message }) => inEnglish(message))).toEqual([
      "3 people would take part between 23:00 and 08:00 local time: Lord Howe 23:00-01:00 (2), Los Angeles 04:00-06:00 (1).",
      "4 people would take part outside 07:00 to 19:00 local time: Seoul 21:00-23:00 (4).",
    ]);
  });

  it("goes by the clock of the day when clocks change during the night", () => {
    // New York springs forward at 02:00 on 14 March 2027: 12:00 UTC is 07:00 the day before and 08:00 after.
    const zones = [{ timeZone: "America/New_York", people: 1 }];
    const on = (day: string) => ({ start: new Date(`${day}T12:00Z`), end: new Date(`${day}T13:00Z`) });
    expect(checkHours(on("2027-03-13"), zones)).toHaveLength(1);
    expect(checkHours(on("2027-03-14"), zones)).toEqual([]);
  });
});
