import { describe, expect, it } from "vitest";
import { addMinutes } from "#lib/kernel/interval";
import { instantOf } from "#lib/kernel/zone";
import { checkClockChanges, checkDay } from "#lib/rules/domain/check-clock-changes";
import { inEnglish } from "#lib/words/translate";

const geneva = (day: string, clock = "14:00") => {
  const start = instantOf(day, clock, "Europe/Zurich");
  return { start, end: addMinutes(start, 120) };
};
const one = (...zones: string[]) => zones.map((timeZone) => ({ timeZone, people: 1 }));
const sentences = (days: string[], ...zones: string[]) =>
  checkClockChanges(
    days.map((day) => geneva(day)),
    one(...zones),
  ).map(({ message }) => inEnglish(message));

describe("D5", () => {
  it.each([
    ["2026", "2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"],
    ["2027", "2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"],
    ["2028", "2028-03-12", "2028-03-26", "2028-10-29", "2028-11-05"],
  ])("sees all four clock changes of New York and Geneva in %s, and none between", (_year, ...changes) => {
    const before = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const zones = ["Europe/Zurich", "America/New_York"];
    const [first = "", second = "", third = "", fourth = ""] = changes;
    for (const day of changes) expect(sentences([before(day), day], ...zones)).toHaveLength(1);
    for (const [from, to] of [
      [first, before(second)],
      [second, before(third)],
      [third, before(fourth)],
    ] as const)
      expect(sentences([from, to], ...zones)).toEqual([]);
  });

  it("says by how much the hour moves for those whose clocks do not go with Geneva", () => {
    expect(sentences(["2027-03-22", "2027-03-29"], "Europe/Zurich", "Asia/Seoul", "Europe/London")).toEqual([
      "Clocks change between meetings 1 and 2 in Zurich, London. At the same Geneva time, the hour moves for 1 person: Seoul -1:00 (1).",
    ]);
  });

  it("knows a change of half an hour", () => {
    expect(sentences(["2027-04-02", "2027-04-05"], "Australia/Lord_Howe").slice(0, 1)).toEqual([
      "Clocks change between meetings 1 and 2 in Lord Howe. At the same Geneva time, the hour moves for 1 person: Lord Howe -0:30 (1).",
    ]);
  });

  it("looks at Geneva's change even when nobody lives there", () => {
    expect(sentences(["2027-03-22", "2027-03-29"], "Asia/Kathmandu")).toEqual([
      "Clocks change between meetings 1 and 2 in Zurich. At the same Geneva time, the hour moves for 1 person: Kathmandu -1:00 (1).",
    ]);
  });

  it("takes meetings in time order, whatever order they come in", () => {
    const days = ["2027-03-29", "2027-03-15", "2027-03-22"];
    expect(sentences(days, "Asia/Seoul")).toEqual([
      "Clocks change between meetings 2 and 3 in Zurich. At the same Geneva time, the hour moves for 1 person: Seoul -1:00 (1).",
    ]);
  });

  it("is silent for one meeting and for none", () => {
    expect(checkClockChanges([geneva("2027-01-12")], one("Asia/Seoul"))).toEqual([]);
    expect(checkClockChanges([], one("Asia/Seoul"))).toEqual([]);
  });
});

describe("D5, calendar days", () => {
  const day = (clock: string, zone: string) => checkDay({ meeting: geneva("2027-01-12", clock) }, one(zone));

  it.each([
    ["Asia/Seoul", "13:59", 0], // ends 23:59 in Seoul
    ["Asia/Seoul", "14:00", 0], // ends at midnight: the last minute is still the same day
    ["Asia/Seoul", "14:01", 1],
    ["Asia/Kathmandu", "17:15", 0],
    ["Asia/Kathmandu", "17:16", 1],
    ["America/New_York", "06:00", 0],
    ["America/New_York", "05:59", 1],
    ["Europe/Zurich", "23:00", 0],
  ])("judges %s at %s Geneva: %i", (zone, clock, count) => {
    expect(day(clock, zone)).toHaveLength(count);
  });

  it("says which meeting, whose day, and how many people", () => {
    const [, finding] = checkClockChanges(
      [geneva("2027-01-11", "10:00"), geneva("2027-01-12", "15:00")],
      [{ timeZone: "Australia/Sydney", people: 3 }],
    ).concat(
      checkDay({ meeting: geneva("2027-01-12", "15:00") }, [{ timeZone: "Australia/Sydney", people: 3 }]),
    );
    const first = checkClockChanges(
      [geneva("2027-01-11", "10:00"), geneva("2027-01-12", "15:00")],
      [{ timeZone: "Australia/Sydney", people: 3 }],
    )[0];
    expect(first && inEnglish(first.message)).toBe(
      "Meeting 2 is not on Tuesday 12 January for 3 people: Sydney 2027-01-13 01:00 (3).",
    );
    expect(finding && inEnglish(finding.message)).toBe(
      "This slot is not on Tuesday 12 January for 3 people: Sydney 2027-01-13 01:00 (3).",
    );
  });
});
