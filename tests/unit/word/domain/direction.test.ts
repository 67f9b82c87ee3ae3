import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginsRightToLeft, splitByDirection } from "#lib/word/domain/direction";

describe("splitByDirection", () => {
  it("leaves a text of one direction whole", () => {
    expect(splitByDirection("Plain, 3 words")).toEqual([{ text: "Plain, 3 words", rightToLeft: false }]);
    expect(splitByDirection("")).toEqual([{ text: "", rightToLeft: false }]);
    expect(splitByDirection("  نص عربي 3")).toEqual([{ text: "  نص عربي 3", rightToLeft: true }]);
  });

  it("cuts where the direction of the letters changes", () => {
    expect(splitByDirection("The word سؤال means Question")).toEqual([
      { text: "The word ", rightToLeft: false },
      { text: "سؤال ", rightToLeft: true },
      { text: "means Question", rightToLeft: false },
    ]);
  });

  it("loses and adds no character, whatever the text", () => {
    const letters = fc.constantFrom("a", "ß", "س", "ؤ", "א", " ", "1", "😀", "\u064e", "字");
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        const stretches = splitByDirection(text);
        expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
        stretches.slice(1).forEach(({ rightToLeft }, index) => {
          expect(rightToLeft).toBe(!stretches[index]?.rightToLeft);
        });
      }),
    );
  });
});

describe("beginsRightToLeft", () => {
  it("goes by the first letter, not by figures and marks before it", () => {
    expect(beginsRightToLeft("1. سؤال and more")).toBe(true);
    expect(beginsRightToLeft("1. more سؤال")).toBe(false);
    expect(beginsRightToLeft("123")).toBe(false);
  });
});
