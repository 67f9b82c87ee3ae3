import fc from "fast-check";
import { expect, it } from "vitest";
import type { CalendarEntry } from "#lib/calendars/domain/calendar";
import { compareEditions } from "#lib/calendars/domain/compare-editions";

const entry = (
  key: string,
  opensOn: string,
  change: { title?: string; place?: string } = {},
): CalendarEntry => ({
  ...{ key, title: `Meeting ${key}`, place: "", ...change },
  ...{ opensOn, closesOn: opensOn, startsAt: null, endsAt: null },
});
const FROM = "2027-01-01";

it("tells what is added, removed, moved, renamed and the same", () => {
  const before = [
    entry("a", "2027-02-01"),
    entry("b", "2027-02-02"),
    entry("c", "2027-02-03"),
    entry("d", "2027-02-04"),
  ];
  const moved = entry("b", "2027-03-02");
  const renamed = entry("c", "2027-02-03", { place: "Geneva" });
  const added = entry("e", "2027-02-05");

  expect(
    compareEditions(
      before,
      [before[0], moved, renamed, added].filter((each) => each !== undefined),
      FROM,
    ),
  ).toEqual({
    added: [added],
    removed: [before[3]],
    moved: [{ before: before[1], after: moved }],
    renamed: [{ before: before[2], after: renamed }],
    unchanged: 1,
  });
});

it("knows an entry again by title and time, or by a title that occurs once, when the source gives new keys", () => {
  const before = [entry("1", "2027-02-01", { title: "Plenary" }), entry("2", "2027-02-02", { title: "WP" })];
  const after = [entry("8", "2027-02-01", { title: "Plenary" }), entry("9", "2027-02-09", { title: "WP" })];

  expect(compareEditions(before, after, FROM)).toMatchObject({
    added: [],
    removed: [],
    moved: [{}],
    unchanged: 1,
  });
});

it("does not call removed what is over", () => {
  expect(compareEditions([entry("a", "2026-12-31")], [], FROM).removed).toEqual([]);
  expect(compareEditions([entry("a", "2027-01-01")], [], FROM).removed).toHaveLength(1);
});

it("finds a moved time as well as a moved day", () => {
  const timed = (hour: number): CalendarEntry => ({
    ...{ key: "a", title: "Call", place: "", opensOn: null, closesOn: null },
    ...{ startsAt: new Date(Date.UTC(2027, 1, 1, hour)), endsAt: new Date(Date.UTC(2027, 1, 1, hour + 1)) },
  });

  expect(compareEditions([timed(9)], [timed(10)], FROM).moved).toHaveLength(1);
  expect(compareEditions([timed(9)], [timed(9)], FROM).unchanged).toBe(1);
});

it("accounts for every entry of both editions exactly once", () => {
  const edition = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 1, max: 9 }))
      .map(([key, day]) => entry(key, `2027-02-0${day}`)),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(edition, edition, (before, after) => {
      const { added, removed, moved, renamed, unchanged } = compareEditions(before, after, FROM);
      const both = moved.length + renamed.length + unchanged;
      expect([removed.length + both, added.length + both]).toEqual([before.length, after.length]);
      expect(compareEditions(before, before, FROM)).toMatchObject({
        added: [],
        removed: [],
        moved: [],
        renamed: [],
      });
    }),
  );
});
