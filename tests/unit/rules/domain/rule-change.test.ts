import { describe, expect, it } from "vitest";
import {
  flatLimits,
  LIMIT_FIELDS,
  type LimitField,
  readLimit,
  withLimits,
  writeLimit,
} from "#lib/rules/domain/limit-fields";
import { mayChangeRules, requireMayChangeRules } from "#lib/rules/domain/policy";
import { isRuleId, type RuleChange, ruleSetOf } from "#lib/rules/domain/rule-change";
import { cite, citationOf, LIMITS, type RuleId, ruleIn, ruleOf, SHIPPED } from "#lib/rules/domain/rules";
import { changeRuleSchema } from "#lib/rules/schema";

const change = (given: Partial<RuleChange> = {}): RuleChange => ({
  ...{ id: "1", rule: "N1", source: "Rec. ITU-T A.1", clause: "9.9", edition: "01/2030", severity: "fail" },
  ...{
    limits: { months: 3 },
    reason: "A.1 was revised",
    changedBy: "Ada",
    changedAt: new Date("2027-01-02"),
  },
  ...given,
});

describe("the rules in force", () => {
  it("are the shipped ones while nobody changed any", () => {
    expect(ruleSetOf([])).toBe(SHIPPED);
  });

  it("take the newest change of each rule, and leave the others and the registry as they are", () => {
    const set = ruleSetOf([change(), change({ severity: "show", limits: { months: 4 } })]);

    expect(ruleIn(set, "N1")).toMatchObject({ severity: "show", clause: "9.9", edition: "01/2030" });
    expect(set.limits.N1).toEqual({ months: 4 });
    expect(ruleIn(set, "N2")).toBe(ruleOf("N2"));
    expect([ruleOf("N1").severity, LIMITS.N1.months]).toEqual(["warn", 2]);
  });

  it("pass over a rule that is no longer known, a weight that is none, and limits out of range", () => {
    const odd = [change({ rule: "X9" }), change({ severity: "panic", limits: { months: 9_000, other: 1 } })];

    expect(ruleIn(ruleSetOf(odd), "N1").severity).toBe("warn");
    expect(ruleSetOf(odd).limits).toEqual(LIMITS);
  });

  it("are cited with source, edition and clause; practice is not", () => {
    expect(citationOf(ruleIn(ruleSetOf([change()]), "N1"))).toBe("Rec. ITU-T A.1 (01/2030) 9.9");
    expect(citationOf(ruleOf("D2"))).toBe("");
    const finding = { rule: "N1", severity: "warn", message: { key: "rules.N1.message" } } as const;
    expect(cite([finding, { ...finding, rule: "X1" }], SHIPPED)).toMatchObject([
      { cited: citationOf(ruleOf("N1")) },
      {},
    ]);
  });

  it("know their own ids", () => {
    expect([isRuleId("D1"), isRuleId("D9"), isRuleId("toString")]).toEqual([true, false, false]);
  });
});

describe("the fields of a rule's limits", () => {
  const ruled = Object.keys(LIMIT_FIELDS) as RuleId[];

  it("name every limit there is, and each comes back as it was written", () => {
    expect(ruled.sort()).toEqual(Object.keys(LIMITS).sort());
    for (const rule of ruled) {
      const flat = flatLimits(LIMITS, rule);
      const read = (LIMIT_FIELDS[rule] ?? []).map((field) =>
        readLimit(field, writeLimit(field, flat[field.path] ?? [])),
      );
      expect(read).toEqual(Object.values(flat));
      expect(withLimits(LIMITS, rule, flat)).toEqual(LIMITS);
    }
  });

  it.each([
    ["count", "-1"],
    ["count", "1.5"],
    ["count", "99999"],
    ["clock", "24:00"],
    ["clock", "7:00"],
    ["list", "1, x"],
    ["list", "1, 2, 3, 4"],
    ["codes", "Korea"],
  ] as const)("refuse as %s: %s", (form, text) => {
    const field: LimitField = { path: "p", form, least: 0, most: 1_439, length: 3 };
    expect(readLimit(field, text)).toBeNull();
  });

  it("take fewer numbers or codes than there may be, where that is allowed", () => {
    const field: LimitField = { path: "p", form: "codes", least: 0, most: 0, length: 3, atMost: true };
    expect([readLimit(field, "ae, sa"), readLimit(field, "")]).toEqual([["AE", "SA"], []]);
  });
});

describe("the form of a change", () => {
  const form = {
    rule: "N2",
    source: "TSB page",
    clause: "",
    edition: "",
    severity: "fail",
    reason: "New page",
  };

  it("gives the limits by their paths", () => {
    expect(changeRuleSchema.parse({ ...form, "limit.days": "21" })).toMatchObject({
      ...{ limits: { days: 21 }, edition: null, seen: "" },
    });
  });

  it.each([
    ["an unknown rule", { rule: "N9" }, "rule"],
    ["no reason", { reason: " " }, "reason"],
    ["a weight that is none", { severity: "loud" }, "severity"],
    ["a limit that is no number", { "limit.days": "soon" }, "limit.days"],
  ])("refuses %s", (_, given, name) => {
    const parsed = changeRuleSchema.safeParse({ ...form, "limit.days": "21", ...given });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(name);
  });
});

it("may be changed by administrators alone", () => {
  expect([true, false].map((isAdministrator) => mayChangeRules({ isAdministrator }))).toEqual([true, false]);
  expect(() => requireMayChangeRules({ isAdministrator: false })).toThrow("forbidden");
});
