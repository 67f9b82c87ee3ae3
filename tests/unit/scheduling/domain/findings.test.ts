import { describe, expect, it } from "vitest";
import type { LaidCalendar } from "#lib/calendars/domain/lay-over";
import { SHIPPED } from "#lib/rules/domain/rules";
import { checkSelection, checkSlot } from "#lib/scheduling/domain/findings";
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

describe("checkSlot", () => {
  it("says all that the rules say of one slot, breaches first", () => {
    const context = {
      calendars: [plenary],
      zones,
      weekends: [],
      rules: SHIPPED,
      announceableFrom: new Date("2027-02-20T00:00Z"),
    };
    expect(rules(checkSlot(makeSlot(0, "2027-03-01T13:00Z", 240), context))).toEqual([
      "D1 fail",
      "N2 fail",
      "N1 warn",
      "D3 warn",
      "D6 warn",
    ]);
  });

  it("counts notice from the Geneva day: half past eleven at night UTC is the next day there", () => {
    const context = { calendars: [], zones: [], weekends: [], rules: SHIPPED };
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
