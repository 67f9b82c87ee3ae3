import { expect, it } from "vitest";
import { ituDays } from "#lib/announcements/domain/itu-days";

it.each([
  ["2027-03-05", "2027-03-05", "5 March 2027"],
  ["2025-02-05", "2025-02-14", "5-14 February 2025"],
  ["2027-03-22", "2027-04-19", "22 March-19 April 2027"],
  ["2026-12-21", "2027-01-11", "21 December 2026-11 January 2027"],
])("ituDays writes %s to %s as ITU does", (first, last, written) => {
  expect(ituDays(first, last)).toBe(written);
});
