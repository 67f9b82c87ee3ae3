import { describe, expect, it } from "vitest";
import { findForeignDates, findTimesWithoutZone } from "#lib/announcements/domain/style";

describe("findForeignDates", () => {
  it.each(["2027-03-22", "3/22/2027", "22/03/27", "22.03.2027", "March 22, 2027", "Mar 22nd 2027"])(
    "finds %s",
    (date) => {
      expect(findForeignDates(`The meeting of ${date} is planned.`)).toEqual([date]);
    },
  );

  it.each([
    "22 March 2027",
    "5-14 February 2025",
    "Q1/2 and Q6/20",
    "clause 2.3.3.10",
    "2025-2028",
    "39A1/1",
    "SG2-TD9R1/PLEN",
  ])("leaves %s alone", (text) => {
    expect(findForeignDates(`See ${text}.`)).toEqual([]);
  });
});

describe("findTimesWithoutZone", () => {
  it("finds the line that gives a time and no zone", () => {
    expect(
      findTimesWithoutZone("We start at 13:00.\nDoors: 12h45 Geneva time\n11:00 UTC\nRatio 3:1"),
    ).toEqual(["We start at 13:00."]);
  });

  it("quotes no more than the beginning of a long line", () => {
    expect(findTimesWithoutZone(`13:00 ${"x".repeat(500)}`)[0]).toHaveLength(60);
  });
});
