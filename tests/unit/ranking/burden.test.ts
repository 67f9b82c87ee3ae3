import { expect, it } from "vitest";
import { burdensOf } from "#lib/ranking/domain/burden";

const meeting = (iso: string, lengthMinutes = 120) => ({ start: Date.parse(iso), lengthMinutes });
/** Each hour costs its own number, so that a wrong hour shows. */
const BY_HOUR = Array.from({ length: 24 }, (_, hour) => hour);

it("adds up the burden of the local hour of every minute", () => {
  expect(burdensOf([meeting("2027-01-11T13:30:00Z", 60)], "Europe/Zurich", BY_HOUR)).toEqual([
    30 * 14 + 30 * 15,
  ]);
});

it("goes on at midnight with the first hour of the next day", () => {
  expect(burdensOf([meeting("2027-01-11T14:00:00Z")], "Asia/Seoul", BY_HOUR)).toEqual([60 * 23 + 60 * 0]);
});

it("knows zones of half and quarter hours, east and west", () => {
  const at = [meeting("2027-01-11T12:00:00Z", 60)];

  expect(burdensOf(at, "Asia/Kathmandu", BY_HOUR)).toEqual([15 * 17 + 45 * 18]);
  expect(burdensOf(at, "America/St_Johns", BY_HOUR)).toEqual([30 * 8 + 30 * 9]);
});

it("follows a clock change inside a meeting: the hour that is skipped costs nothing, the one that comes twice, twice", () => {
  expect(burdensOf([meeting("2027-03-28T00:30:00Z", 60)], "Europe/Zurich", BY_HOUR)).toEqual([
    30 * 1 + 30 * 3,
  ]);
  expect(burdensOf([meeting("2027-10-31T00:00:00Z", 120)], "Europe/Zurich", BY_HOUR)).toEqual([
    60 * 2 + 60 * 2,
  ]);
});

it("follows a half-hour clock change", () => {
  // Lord Howe goes from 11:00 to 10:30 ahead of UTC at 15:00 UTC.
  expect(burdensOf([meeting("2027-04-03T14:30:00Z", 60)], "Australia/Lord_Howe", BY_HOUR)).toEqual([
    30 * 1 + 30 * 1,
  ]);
});

it("counts the same hour of Geneva differently before and after a clock change elsewhere", () => {
  const meetings = [meeting("2027-03-08T12:00:00Z", 60), meeting("2027-03-22T12:00:00Z", 60)];

  expect(burdensOf(meetings, "America/New_York", BY_HOUR)).toEqual([60 * 7, 60 * 8]);
});
