import { expect, it } from "vitest";
import { checkGroupMeetings } from "#lib/rules/domain/check-group-meetings";
import { inEnglish } from "#lib/words/translate";

const sg20 = {
  ...{ group: "SG20", title: "Plenary", source: "itu.int", asOf: "2026-06-01" },
  ...{ opensOn: "2026-09-16", closesOn: "2026-09-25" },
};
const slot = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

it.each([
  // Geneva is two hours ahead of UTC in September.
  ["ends at midnight when the first day begins", slot("2026-09-15T20:00Z", "2026-09-15T22:00Z"), 0],
  ["runs one minute into the first day", slot("2026-09-15T20:00Z", "2026-09-15T22:01Z"), 1],
  ["lies in the middle", slot("2026-09-20T12:00Z", "2026-09-20T14:00Z"), 1],
  ["begins in the last minute of the last day", slot("2026-09-25T21:59Z", "2026-09-25T23:00Z"), 1],
  ["begins when the last day is over", slot("2026-09-25T22:00Z", "2026-09-25T23:00Z"), 0],
])("counts Geneva days, not UTC days: a slot that %s", (_name, given, findings) => {
  expect(checkGroupMeetings(given, [sg20])).toHaveLength(findings);
});

it("takes a day of 25 hours whole when clocks go back", () => {
  const day = { ...sg20, opensOn: "2026-10-25", closesOn: "2026-10-25" };
  expect(checkGroupMeetings(slot("2026-10-25T22:59Z", "2026-10-25T23:30Z"), [day])).toHaveLength(1);
  expect(checkGroupMeetings(slot("2026-10-25T23:00Z", "2026-10-25T23:30Z"), [day])).toEqual([]);
});

it("names group, days and source, and fails", () => {
  const [finding] = checkGroupMeetings(slot("2026-09-20T12:00Z", "2026-09-20T14:00Z"), [sg20]);
  expect(finding).toMatchObject({ rule: "D1", severity: "fail" });
  expect(finding && inEnglish(finding.message)).toBe(
    "SG20 meets on these days: Plenary, 16 September to 25 September 2026 (source: itu.int, as of 1 June 2026).",
  );
});

it("finds nothing when no meetings are known", () => {
  expect(checkGroupMeetings(slot("2026-09-20T12:00Z", "2026-09-20T14:00Z"), [])).toEqual([]);
});
