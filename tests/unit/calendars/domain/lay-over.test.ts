import { describe, expect, it } from "vitest";
import {
  checkCalendars,
  clashesOf,
  daysOf,
  isSideMeeting,
  type LaidCalendar,
} from "#lib/calendars/domain/lay-over";
import { inEnglish } from "#lib/words/translate";

const days = (opensOn: string, closesOn: string) => ({ opensOn, closesOn, startsAt: null, endsAt: null });
const slot = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });
const MIDDAY = slot("2026-09-20T12:00Z", "2026-09-20T14:00Z");

function laid(change: Partial<LaidCalendar> = {}): LaidCalendar {
  return {
    ...{ name: "SG20", kind: "side", effect: "block", isSample: false },
    entries: [
      { title: "Plenary", source: "itu.int", asOf: "2026-06-01", ...days("2026-09-16", "2026-09-25") },
    ],
    people: [
      { timeZone: "Asia/Seoul", people: 9 },
      { timeZone: "Europe/Zurich", people: 5 },
    ],
    ...change,
  };
}

describe("whole days of a meeting", () => {
  it.each([
    // Geneva is two hours ahead of UTC in September.
    ["ends at midnight when the first day begins", slot("2026-09-15T20:00Z", "2026-09-15T22:00Z"), 0],
    ["runs one minute into the first day", slot("2026-09-15T20:00Z", "2026-09-15T22:01Z"), 1],
    ["lies in the middle", MIDDAY, 1],
    ["begins in the last minute of the last day", slot("2026-09-25T21:59Z", "2026-09-25T23:00Z"), 1],
    ["begins when the last day is over", slot("2026-09-25T22:00Z", "2026-09-25T23:00Z"), 0],
  ])("are Geneva days, not UTC days: a slot that %s", (_name, given, findings) => {
    expect(checkCalendars(given, [laid()])).toHaveLength(findings);
  });

  it("have 25 hours when clocks go back", () => {
    const entries = [{ title: "Day", source: "s", asOf: "2026-06-01", ...days("2026-10-25", "2026-10-25") }];
    expect(checkCalendars(slot("2026-10-25T22:59Z", "2026-10-25T23:30Z"), [laid({ entries })])).toHaveLength(
      1,
    );
    expect(checkCalendars(slot("2026-10-25T23:00Z", "2026-10-25T23:30Z"), [laid({ entries })])).toEqual([]);
  });
});

describe("whom a clash concerns", () => {
  it("names group, days, source and invited people, and breaks D1", () => {
    const [finding] = checkCalendars(MIDDAY, [laid()]);
    expect(finding).toMatchObject({ rule: "D1", severity: "fail" });
    expect(finding && inEnglish(finding.message)).toBe(
      "SG20 meets: Plenary, 16 September 2026 to 25 September 2026: 14 invited people (source: itu.int, as of 1 June 2026).",
    );
  });

  it("says of a sample that it is one", () => {
    const [finding] = checkCalendars(MIDDAY, [laid({ isSample: true })]);
    expect(finding && inEnglish(finding.message)).toContain("; a sample, not to be relied on)");
  });

  it("keeps a meeting of a side that nobody invited belongs to, and leaves out one of another group", () => {
    expect(checkCalendars(MIDDAY, [laid({ people: [] })])).toHaveLength(1);
    expect(checkCalendars(MIDDAY, [laid({ kind: "group", people: [] })])).toEqual([]);
    expect(checkCalendars(MIDDAY, [laid({ kind: "group" })])).toMatchObject([{ rule: "D2" }]);
  });

  it("counts a holiday for the people whose own day it is during the slot", () => {
    const holidays = laid({
      ...{ kind: "holidays", name: "KR", effect: "warn" },
      entries: [
        { title: "Sample day", source: "s", asOf: "2026-06-01", ...days("2026-09-21", "2026-09-21") },
      ],
    });
    // From 15:00 UTC it is 21 September in Seoul, from 22:00 in Geneva.
    const people = (start: string, end: string) =>
      clashesOf(slot(start, end), [holidays]).map((clash) => clash.people);

    expect(people("2026-09-20T13:00Z", "2026-09-20T15:00Z")).toEqual([]);
    expect(people("2026-09-20T14:00Z", "2026-09-20T16:00Z")).toEqual([9]);
    expect(people("2026-09-21T08:00Z", "2026-09-21T10:00Z")).toEqual([14]);
    expect(people("2026-09-21T16:00Z", "2026-09-21T18:00Z")).toEqual([5]);
    const [finding] = checkCalendars(slot("2026-09-21T08:00Z", "2026-09-21T10:00Z"), [holidays]);
    expect(finding && inEnglish(finding.message)).toContain("Holiday in KR: Sample day: 14 invited people");
  });

  it("names another body without a number that nobody knows", () => {
    const [finding] = checkCalendars(MIDDAY, [laid({ kind: "other_body", name: "IoT Forum", people: null })]);
    expect(finding).toMatchObject({ rule: "D2" });
    expect(finding && inEnglish(finding.message)).toContain("Nobody knows how many");
  });
});

describe("times", () => {
  const timed = laid({
    entries: [
      {
        ...{ title: "Call", source: "s", asOf: "2026-06-01", opensOn: null, closesOn: null },
        ...{ startsAt: new Date("2026-09-20T12:00Z"), endsAt: new Date("2026-09-20T13:00Z") },
      },
    ],
  });

  it("clash only while they last", () => {
    expect(checkCalendars(slot("2026-09-20T13:00Z", "2026-09-20T15:00Z"), [timed])).toEqual([]);
    expect(checkCalendars(slot("2026-09-20T12:59Z", "2026-09-20T15:00Z"), [timed])).toHaveLength(1);
  });
});

describe("the effect of a calendar", () => {
  it("makes a clash a failure where it blocks, and a warning elsewhere", () => {
    const severities = (["block", "warn"] as const).map((effect) =>
      checkCalendars(MIDDAY, [laid({ effect })]),
    );
    expect(severities).toMatchObject([[{ severity: "fail" }], [{ severity: "warn" }]]);
  });
});

describe("meetings of the sides", () => {
  it("are told from those of others", () => {
    expect(isSideMeeting(MIDDAY, [laid({ kind: "group" }), laid({ kind: "other_body", people: null })])).toBe(
      false,
    );
    expect(isSideMeeting(MIDDAY, [laid({ effect: "warn" })])).toBe(true);
  });

  it("have a first and a last day, whether they are days or times", () => {
    expect(laid().entries.map(daysOf)).toEqual([{ opensOn: "2026-09-16", closesOn: "2026-09-25" }]);
    const times = { startsAt: new Date("2026-09-20T12:00Z"), endsAt: new Date("2026-09-21T13:00Z") };
    const entry = { title: "Call", source: "s", asOf: "2026-06-01", opensOn: null, closesOn: null, ...times };
    expect(daysOf(entry)).toEqual({ opensOn: "2026-09-20", closesOn: "2026-09-21" });
  });
});
