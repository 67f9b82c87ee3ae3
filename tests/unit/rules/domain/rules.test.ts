import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES, ruleOf } from "#lib/rules/domain/rules";
import { inEnglish } from "#lib/words/translate";

const IDS = [
  ...["N1", "N2", "N3", "N4", "N5", "N6", "N7"],
  ...["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"],
  ...["L1", "L2", "L3", "L4", "L5", "L6", "L7"],
  ...["G1", "G2", "R1", "R2", "R3", "R4", "T1", "T2"],
];

describe("the registry of rules", () => {
  it("holds every rule once", () => {
    expect(RULES.map(({ id }) => id)).toEqual(IDS);
  });

  it("gives every rule a title in words", () => {
    expect(
      RULES.map((rule) => inEnglish({ key: rule.title })).filter((title) => title.length > 8),
    ).toHaveLength(IDS.length);
  });

  it("gives clause and edition to every rule that comes from a Recommendation as verified", () => {
    const verified = RULES.filter(({ basis, source }) => basis === "verified" && source.startsWith("Rec."));
    expect(verified.length).toBeGreaterThan(10);
    expect(verified.filter(({ clause, edition }) => clause === "" || edition === null)).toEqual([]);
  });

  it("finds a rule by its id", () => {
    expect(ruleOf("N2")).toMatchObject({ id: "N2", severity: "fail" });
  });

  it("says the same as docs/rules.md: id, severity, clause and edition of every rule", () => {
    const rows = readFileSync("docs/rules.md", "utf8")
      .split("\n")
      .filter((line) => /^\| [NDLGRT]\d \|/.test(line))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map((cells) => [cells[1], cells[3], cells[5]])).toEqual(
      RULES.map(({ id, severity, basis }) => [id, severity, basis]),
    );
    for (const [index, { source, clause, edition }] of RULES.entries()) {
      const cited = [source, edition ? `(${edition})` : "", clause].filter(Boolean).join(" ");
      expect(rows[index]?.[4]).toBe(cited);
    }
  });
});
