import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenOut, isAbsent, tidy, trimSpan } from "#lib/liaison/domain/plain-text";

describe("evenOut", () => {
  it("keeps every place: whatever the text, its length stays", () => {
    const any = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(any, (text) => evenOut(text).length === text.length),
      { numRuns: 50 },
    );
  }, 60_000);

  it("writes dashes, quotation marks, spaces, digits and colons in one form", () => {
    expect(evenOut("ITU‑T – “a’s”\u00a0٣：\r\n\0")).toBe('ITU-T - "a\'s" 3: \n ');
  });
});

describe("isAbsent", () => {
  it.each(["", "-", "–", "—", "--", "n/a", "N/A", "N.A.", "n / a", "none", " - "])(
    "takes %j for nothing",
    (value) => {
      expect(isAbsent(value)).toBe(true);
    },
  );

  it.each(["SG2", "-5", "no", "na ja"])("takes %j for something", (value) => {
    expect(isAbsent(value)).toBe(false);
  });
});

describe("trimSpan", () => {
  it("leaves white space out at both ends and is empty when there is nothing else", () => {
    expect(trimSpan(" ab  ", { start: 0, end: 5 })).toEqual({ start: 1, end: 3 });
    expect(trimSpan("     ", { start: 0, end: 5 })).toEqual({ start: 5, end: 5 });
  });
});

describe("tidy", () => {
  it("gives one line with single spaces", () => {
    expect(tidy("  a\n\t b ")).toBe("a b");
  });
});
