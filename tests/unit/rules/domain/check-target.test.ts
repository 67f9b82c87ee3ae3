import { describe, expect, it } from "vitest";
import { checkTarget, targetDays, workingDaysBefore } from "#lib/rules/domain/check-target";
import { inEnglish } from "#lib/words/translate";

// A Monday.
const known = { group: "TSAG", opensOn: "2025-05-26", month: "2025-05" };
const verdict = (lastOn: string, target = known as Parameters<typeof checkTarget>[1]) =>
  checkTarget(lastOn, target).map(({ severity, message }) => `${severity} ${message.key.split(".").at(-1)}`);

describe("D7", () => {
  it("counts back from the target meeting", () => {
    expect(targetDays("2025-05-26")).toEqual({
      exception: "2025-05-05",
      contribution: "2025-05-14",
      handIn: "2025-05-14",
      available: "2025-05-19",
    });
  });

  it.each([
    ["2025-05-05", []],
    ["2025-05-06", ["warn exception"]],
    ["2025-05-14", ["warn exception"]],
    ["2025-05-15", ["fail tooLate"]],
    ["2025-05-25", ["fail tooLate"]],
    ["2025-05-26", ["fail afterTarget"]],
  ])("judges a last meeting on %s before a target on 26 May: %j", (lastOn, expected) => {
    expect(verdict(lastOn)).toEqual(expected);
  });

  it("leaves a day for a TD alone when the weekend falls kindly", () => {
    const thursday = { ...known, opensOn: "2025-05-29" };
    expect(targetDays("2025-05-29")).toMatchObject({ contribution: "2025-05-17", handIn: "2025-05-19" });
    expect(verdict("2025-05-17", thursday)).toEqual(["warn exception"]);
    expect(verdict("2025-05-18", thursday)).toEqual(["warn noContribution"]);
    expect(verdict("2025-05-19", thursday)).toEqual(["warn noContribution"]);
    expect(verdict("2025-05-20", thursday)).toEqual(["fail tooLate"]);
  });

  it("takes the first day of a month as a bound when only the month is known, and says so", () => {
    const month = { ...known, opensOn: null };
    const [finding] = checkTarget("2025-04-11", month);
    expect(finding).toMatchObject({ rule: "D7", severity: "warn" });
    expect(finding?.remedy && inEnglish(finding.remedy)).toBe(
      "Only the month of the target meeting is known. This takes 1 May 2025, the earliest day on which TSAG can open.",
    );
    expect(verdict("2025-04-10", month)).toEqual(["show assumed"]);
  });

  it("fails on a month alone only when even its last day would be too early", () => {
    const month = { ...known, opensOn: null };
    expect(verdict("2025-05-21", month)).toEqual(["warn afterTarget"]); // 31 May: hand in by 21 May
    expect(verdict("2025-05-22", month)).toEqual(["fail afterTarget"]);
  });

  it("asks for the date when nothing is known", () => {
    expect(verdict("2025-05-22", { group: null, opensOn: null, month: null })).toEqual(["show unknown"]);
  });
});

describe("workingDaysBefore", () => {
  it.each([
    ["2025-05-19", 3, "2025-05-14"],
    ["2025-05-22", 3, "2025-05-19"],
    ["2025-05-25", 1, "2025-05-23"],
    ["2025-05-24", 3, "2025-05-21"],
    ["2025-05-19", 0, "2025-05-19"],
  ])("counts from %s back %i working days to %s", (day, count, expected) => {
    expect(workingDaysBefore(day, count)).toBe(expected);
  });
});
