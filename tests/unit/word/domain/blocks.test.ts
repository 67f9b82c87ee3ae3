import { describe, expect, it } from "vitest";
import { heading, list, paragraph, plainHeading, table } from "#lib/word/domain/blocks";

describe("the words for blocks", () => {
  it("take a plain text wherever runs or blocks are wanted", () => {
    expect(paragraph("a", { text: "b", bold: true }).runs).toEqual([
      { text: "a" },
      { text: "b", bold: true },
    ]);
    expect(list("bullet", ["a", [paragraph("b")]]).items).toEqual([[paragraph("a")], [paragraph("b")]]);
    expect(table(["h"], [["c"]], { widths: [1] })).toEqual({
      kind: "table",
      head: [{ blocks: [paragraph("h")] }],
      rows: [[{ blocks: [paragraph("c")] }]],
      widths: [1],
    });
  });

  it("tell numbered headings from plain ones", () => {
    expect([heading(1, "a").numbered, plainHeading(1, "a").numbered]).toEqual([true, false]);
  });
});
