import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markWords } from "#lib/liaison/domain/marked-text";

describe("markWords", () => {
  it("cuts the text at its quotations and names the field of the shortest first", () => {
    const quotes = [
      { field: "abstract", text: "from SG2 to SG20", offset: 4 },
      { field: "from", text: "SG2", offset: 9 },
    ];
    expect(markWords("Go: from SG2 to SG20.", quotes)).toEqual([
      { text: "Go: ", fields: [] },
      { text: "from ", fields: ["abstract"] },
      { text: "SG2", fields: ["from", "abstract"] },
      { text: " to SG20", fields: ["abstract"] },
      { text: ".", fields: [] },
    ]);
  });

  it("loses and doubles nothing, whatever is quoted, and skips what stands outside", () => {
    const quote = fc.record({ field: fc.constantFrom("a", "b"), text: fc.string(), offset: fc.nat(60) });
    fc.assert(
      fc.property(fc.string(), fc.array(quote, { maxLength: 6 }), (text, quotes) => {
        const pieces = markWords(text, quotes);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      }),
    );
  });
});
