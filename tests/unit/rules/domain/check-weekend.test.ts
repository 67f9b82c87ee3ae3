import { expect, it } from "vitest";
import { checkWeekend, weekendsOf } from "#lib/rules/domain/check-weekend";
import { LIMITS } from "#lib/rules/domain/rules";
import { inEnglish } from "#lib/words/translate";

const people = [
  { timeZone: "Asia/Seoul", country: "KR" },
  { timeZone: "Asia/Seoul", country: null },
  { timeZone: "Asia/Amman", country: "JO" },
];
const slot = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });
const counted = (start: string, end: string, fridaySaturday: readonly string[] = []) =>
  checkWeekend(slot(start, end), weekendsOf(people, { ...LIMITS.D2, fridaySaturday })).map(
    ({ message }) => message.values?.["people"],
  );

it("counts the people for whom it is Saturday or Sunday, in their own zone", () => {
  // From Friday 15:00 UTC it is Saturday in Seoul; in Amman from 21:00.
  expect(counted("2027-03-19T12:00Z", "2027-03-19T15:00Z")).toEqual([]);
  expect(counted("2027-03-19T14:00Z", "2027-03-19T15:01Z")).toEqual([2]);
  expect(counted("2027-03-20T09:00Z", "2027-03-20T11:00Z")).toEqual([3]);
  expect(counted("2027-03-22T09:00Z", "2027-03-22T11:00Z")).toEqual([]);
});

it("takes Friday and Saturday for the countries that the rule names", () => {
  expect(counted("2027-03-19T09:00Z", "2027-03-19T11:00Z", ["JO"])).toEqual([1]);
  expect(counted("2027-03-21T09:00Z", "2027-03-21T11:00Z", ["JO"])).toEqual([2]);
});

it("warns, with places", () => {
  const [finding] = checkWeekend(
    slot("2027-03-20T09:00Z", "2027-03-20T11:00Z"),
    weekendsOf(people, LIMITS.D2),
  );
  expect(finding).toMatchObject({ rule: "D2", severity: "warn" });
  expect(finding && inEnglish(finding.message)).toBe(
    "It is the weekend for 3 invited people: Seoul (2), Amman (1).",
  );
});
