import { describe, expect, it } from "vitest";
import type { LaidCalendar } from "#lib/calendars/domain/lay-over";
import { SHIPPED } from "#lib/rules/domain/rules";
import { checkSelection, checkSlot } from "#lib/scheduling/domain/findings";
import { inEnglish } from "#lib/words/translate";
import { makeSlot } from "../../../support/slots.ts";

const zones = [{ timeZone: "Asia/Seoul", people: 2 }];
const rules = (findings: readonly { rule: string; severity: string }[]) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

const plenary: LaidCalendar = {
  ...{ name: "SG20", kind: "side", effect: "block", isSample: false, people: zones },
  entries: [
    {
      ...{ title: "Plenary", source: "itu.int", asOf: "2027-01-01", startsAt: null, endsAt: null },
      ...{ opensOn: "2027-03-01", closesOn: "2027-03-05" },
    },
  ],
};

const NOBODY = { calendars: [], zones: [], weekends: [], rules: SHIPPED };
const NO_TARGET = { group: null, month: null, opensOn: null };

describe("checkSlot", () => {
  it("says all that the rules say of one slot, breaches first", () => {
    const context = {
      calendars: [plenary],
      zones,
      weekends: [],
      rules: SHIPPED,
      announceableFrom: new Date("2027-02-20T00:00Z"),
      target: NO_TARGET,
    };
    expect(rules(checkSlot(makeSlot(0, "2027-03-01T13:00Z", 240), context))).toEqual([
      "D1 fail",
      "N2 fail",
      "N1 warn",
      "D3 warn",
      "D6 warn",
      "D5 warn",
      "D4 show",
    ]);
  });

  it("says on which side of each day before the target meeting a slot lies, with the clause", () => {
    const target = { group: "TSAG", month: null, opensOn: "2027-05-24" };
    const on = (day: string) => {
      const context = { ...NOBODY, announceableFrom: new Date("2027-01-01T00:00Z"), target };
      return checkSlot(makeSlot(0, `${day}T13:00Z`), context).map((finding) => {
        const said = `${inEnglish(finding.message)} [${finding.cited ?? ""}]`;
        return `${finding.severity} ${/^(After this slot|This slot is (too late|not before|fewer)).*\[.* 3\.3\.3\]$/.exec(said)?.[1]}`;
      });
    };
    expect(on("2027-05-03")).toEqual([]);
    expect(on("2027-05-04")).toEqual(["warn This slot is fewer"]);
    expect(on("2027-05-12")).toEqual(["warn This slot is fewer"]);
    expect(on("2027-05-13")).toEqual(["fail After this slot"]);
    expect(on("2027-05-23")).toEqual(["fail After this slot"]);
    expect(on("2027-05-24")).toEqual(["fail This slot is not before"]);
    expect(on("2027-06-10")).toEqual(["fail This slot is not before"]);
  });

  it("takes the earliest day when only the month of the target meeting is known, and says nothing of an unknown one", () => {
    const of = (day: string, month: string | null) =>
      rules(
        checkSlot(makeSlot(0, `${day}T13:00Z`), {
          ...{ ...NOBODY, announceableFrom: new Date("2027-01-01T00:00Z") },
          target: { group: "TSAG", opensOn: null, month },
        }),
      );
    expect(of("2027-04-09", "2027-05")).toEqual([]);
    expect(of("2027-04-12", "2027-05")).toEqual(["D7 warn"]);
    expect(of("2027-05-20", "2027-05")).toEqual(["D7 fail"]);
    expect(of("2027-06-10", "2027-05")).toEqual(["D7 fail"]);
    expect(of("2027-06-10", null)).toEqual([]);
  });

  it("says for whom a slot is on another day, and what it costs each zone once", () => {
    const context = {
      ...{ ...NOBODY, announceableFrom: new Date("2027-01-01T00:00Z"), target: NO_TARGET },
      zones: [
        { timeZone: "Australia/Sydney", people: 3 },
        { timeZone: "America/New_York", people: 1 },
        { timeZone: "Europe/Zurich", people: 2 },
      ],
    };
    const found = checkSlot(makeSlot(0, "2027-06-10T12:00Z", 150), context); // 22:00-00:30 in Sydney
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual([
      ...["D3 warn", "D4 show", "D5 warn", "D6 show"],
    ]);
    const said = found.filter(({ rule }) => /D[45]/.test(rule)).map(({ message }) => inEnglish(message));
    expect(said).toEqual([
      "This slot is not on Thursday 10 June for 3 people: Sydney 2027-06-10 22:00 (3).",
      "Burden of this slot, each time zone once: Sydney 660.",
    ]);
  });

  it("counts notice from the Geneva day: half past eleven at night UTC is the next day there", () => {
    const context = { ...NOBODY, target: NO_TARGET };
    const slot = makeSlot(0, "2027-03-15T13:00Z");
    const on = (from: string) => rules(checkSlot(slot, { ...context, announceableFrom: new Date(from) }));
    expect(on("2027-01-15T22:30Z")).toEqual([]);
    expect(on("2027-01-15T23:30Z")).toEqual(["N1 warn"]);
  });
});

describe("checkSelection", () => {
  const target = { group: "TSAG", month: null, opensOn: "2027-05-24" };

  it("judges the last slot against the target meeting, whatever the order of choosing", () => {
    const [early, late] = [makeSlot(0, "2027-04-06T08:00Z"), makeSlot(1, "2027-05-10T08:00Z")];
    expect(rules(checkSelection([late, early], { zones: [], target, rules: SHIPPED }))).toEqual(["D7 warn"]);
    expect(rules(checkSelection([early], { zones: [], target, rules: SHIPPED }))).toEqual([]);
  });

  it("sees a clock change between the slots", () => {
    const slots = [makeSlot(0, "2027-03-25T09:00Z"), makeSlot(1, "2027-03-30T08:00Z")];
    expect(rules(checkSelection(slots, { zones, target, rules: SHIPPED }))).toEqual(["D5 warn"]);
  });

  it("is silent while nothing is chosen", () => {
    expect(checkSelection([], { zones, target, rules: SHIPPED })).toEqual([]);
  });
});
