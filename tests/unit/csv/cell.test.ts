import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCell, toCell } from "#lib/csv/cell";

describe("toCell", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil")'])(
    "puts an apostrophe before %j, which a spreadsheet would run",
    (text) => expect(toCell(text)).toBe(`'${text}`),
  );

  it.each(["", "SG2", "a=b", "’round", "'quoted'"])("leaves %j as it is", (text) =>
    expect(toCell(text)).toBe(text),
  );
});

describe("fromCell", () => {
  it("gives back every text that has no blanks around it", () => {
    const piece = fc.constantFrom("'", "=", "+", "-", "@", "a", " b");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("").trim();
        expect(fromCell(toCell(text))).toBe(text);
      }),
    );
  });

  it("drops blanks around a cell", () => expect(fromCell("  SG2 ")).toBe("SG2"));
});
