import { expect, it } from "vitest";
import { countByZone, placeOf, totalPeople } from "#lib/rules/domain/zone-people";

it("counts people by zone, most first and then by name", () => {
  const people = ["Asia/Seoul", "Europe/Zurich", "Asia/Seoul", "Africa/Lagos"].map((timeZone) => ({
    timeZone,
  }));
  const zones = countByZone(people);
  expect(zones).toEqual([
    { timeZone: "Asia/Seoul", people: 2 },
    { timeZone: "Africa/Lagos", people: 1 },
    { timeZone: "Europe/Zurich", people: 1 },
  ]);
  expect(totalPeople(zones)).toBe(4);
  expect(totalPeople([])).toBe(0);
});

it("names the city of a zone", () => {
  expect(["America/Argentina/Buenos_Aires", "UTC"].map(placeOf)).toEqual(["Buenos Aires", "UTC"]);
});
