import { describe, expect, it } from "vitest";
import { checkNotice, monthsBefore } from "#lib/rules/domain/check-notice";
import { inEnglish } from "#lib/words/translate";

const rules = (announcedOn: string, meetsOn: string) =>
  checkNotice({ announcedOn, meetsOn }).map(({ rule, severity }) => `${rule} ${severity}`);

describe("N1 and N2", () => {
  it.each([
    ["2027-01-12", "2027-03-12", []],
    ["2027-01-13", "2027-03-12", ["N1 warn"]],
    ["2027-02-26", "2027-03-12", ["N1 warn"]],
    ["2027-02-27", "2027-03-12", ["N2 fail", "N1 warn"]],
    ["2027-03-20", "2027-03-12", ["N2 fail", "N1 warn"]],
    ["2027-02-28", "2027-04-30", []],
    ["2027-03-01", "2027-04-30", ["N1 warn"]],
    ["2028-02-29", "2028-04-30", []],
    ["2026-12-31", "2027-02-28", ["N1 warn"]],
    ["2026-12-28", "2027-02-28", []],
  ])("judges an announcement on %s of a meeting on %s: %j", (announcedOn, meetsOn, expected) => {
    expect(rules(announcedOn, meetsOn)).toEqual(expected);
  });

  it("says by which day, and how many days of notice there would be", () => {
    const [two, one] = checkNotice({ announcedOn: "2027-03-01", meetsOn: "2027-03-12" });
    expect(two && inEnglish(two.message)).toBe(
      "A meeting must be announced at least 14 days before, here by 26 February 2027. Announced on 1 March 2027, it would have 11 days of notice.",
    );
    expect(one && inEnglish(one.message)).toContain("2 months before, here by 12 January 2027");
  });
});

describe("monthsBefore", () => {
  it("takes the last day of a month that is too short", () => {
    expect(monthsBefore("2027-04-30", 2)).toBe("2027-02-28");
    expect(monthsBefore("2028-04-30", 2)).toBe("2028-02-29");
    expect(monthsBefore("2027-01-31", 2)).toBe("2026-11-30");
    expect(monthsBefore("2027-02-28", 2)).toBe("2026-12-28");
  });
});
