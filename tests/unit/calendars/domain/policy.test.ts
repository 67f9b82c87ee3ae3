import { expect, it } from "vitest";
import {
  mayKeepCalendar,
  mayKeepCalendars,
  requireMayKeepCalendar,
  requireMayKeepCalendars,
} from "#lib/calendars/domain/policy";
import type { Actor } from "#lib/people/domain/actor";

const actor = (change: Partial<Actor>): Actor => ({
  ...{ id: "p", name: "P", timeZone: "UTC", isAdministrator: false, roles: [], parts: [] },
  ...change,
});
const holds = (role: "secretariat" | "chair") => actor({ roles: [{ role, groupId: "sg2", group: "SG2" }] });
const SG2 = { studyGroupId: "sg2" };
const SG20 = { studyGroupId: "sg20" };

it.each([
  ["an administrator", actor({ isAdministrator: true }), [true, true, true, true]],
  ["the secretariat of SG2", holds("secretariat"), [true, false, true, true]],
  ["the chair of SG2", holds("chair"), [false, false, false, false]],
  [
    "a co-chair",
    actor({ parts: [{ seriesId: "s", sideId: "a", role: "co_chair" }] }),
    [false, false, false, false],
  ],
])("%s keeps the calendars of SG2, of SG20, of others, any", (_, who, expected) => {
  expect([
    mayKeepCalendar(who, SG2),
    mayKeepCalendar(who, SG20),
    mayKeepCalendar(who, null),
    mayKeepCalendars(who),
  ]).toEqual(expected);
});

it("refuses where it says no", () => {
  expect(() => requireMayKeepCalendar(holds("chair"), SG2)).toThrow("forbidden");
  expect(() => requireMayKeepCalendars(holds("chair"))).toThrow("forbidden");
});
