import { describe, expect, it } from "vitest";
import { addressOf, compareReferences, parseReference, referenceAt } from "#lib/groups/domain/reference";

describe("parseReference", () => {
  it.each([
    ["TSAG", { kind: "TSAG", text: "TSAG", number: null, of: null }],
    ["SG2", { kind: "SG", text: "SG2", number: 2, of: null }],
    ["WP1/2", { kind: "WP", text: "WP1/2", number: 1, of: "SG2" }],
    ["WP3/TSAG", { kind: "WP", text: "WP3/TSAG", number: 3, of: "TSAG" }],
    ["Q6/20", { kind: "Q", text: "Q6/20", number: 6, of: "SG20" }],
    [" q 6 / 20 ", { kind: "Q", text: "Q6/20", number: 6, of: "SG20" }],
  ])("takes %j apart", (text, expected) => expect(parseReference(text)).toEqual(expected));

  it.each([
    "",
    "SG",
    "SG0",
    "SG1000",
    "Q6",
    "Q0/20",
    "Q6/0",
    "Q6/20/1",
    "WTSA",
    "SG2\u0000",
    "JCA-IoT",
    "Q6/SG20",
  ])("does not take %j for a group", (text) => expect(parseReference(text)).toBeNull());
});

describe("addresses", () => {
  it.each([
    ["TSAG", "tsag"],
    ["SG2", "sg2"],
    ["WP1/2", "wp1-2"],
    ["WP3/TSAG", "wp3-tsag"],
    ["Q6/20", "q6-20"],
  ])("of %s is %s, and back", (reference, address) => {
    expect(addressOf(reference)).toBe(address);
    expect(referenceAt(address)).toBe(reference);
  });

  it.each(["q6", "sg2-", "q6-20-1", "..", "q6/20/", "new"])("are not %j", (address) =>
    expect(referenceAt(address)).toBeNull(),
  );
});

describe("compareReferences", () => {
  it("puts TSAG first, then Study Groups, WPs and Questions by number", () => {
    const mixed = ["Q10/2", "SG11", "Q2/2", "WP1/2", "TSAG", "SG2"];
    expect(mixed.sort(compareReferences)).toEqual(["TSAG", "SG2", "SG11", "WP1/2", "Q2/2", "Q10/2"]);
  });

  it("orders what is no reference by its letters", () => {
    expect(["b", "a", "a"].sort(compareReferences)).toEqual(["a", "a", "b"]);
  });
});
