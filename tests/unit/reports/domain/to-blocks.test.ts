import { describe, expect, it } from "vitest";
import { toBlocks } from "#lib/reports/domain/to-blocks";

const text = (words: string, ...marks: object[]) => ({ type: "text", text: words, marks }) as never;
const paragraph = (...content: never[]) => ({ type: "paragraph", content });

describe("toBlocks", () => {
  it("keeps bold, italic, raised and lowered text, links and line breaks", () => {
    const href = "https://example.org/";
    const nodes = [
      paragraph(
        text("a", { type: "bold" }, { type: "italic" }),
        text("b", { type: "subscript" }),
        text("c", { type: "superscript" }),
        { type: "hardBreak" } as never,
        text("d", { type: "link", attrs: { href } }),
        text("e", { type: "glow" }),
      ),
    ];
    expect(toBlocks(nodes)).toEqual([
      {
        kind: "paragraph",
        runs: [
          { text: "a", bold: true, italic: true },
          { text: "b", position: "sub" },
          { text: "c", position: "super" },
          { text: "\n" },
          { text: "d", link: href },
          { text: "e" },
        ],
      },
    ]);
  });

  it("repeats a first row of heading cells, and keeps spans and drawn widths", () => {
    const cell = (type: string, attrs: object = {}) =>
      ({ type, attrs, content: [paragraph(text("x"))] }) as never;
    const row = (...content: never[]) => ({ type: "tableRow", content });
    const [table] = toBlocks([
      {
        type: "table",
        content: [
          row(cell("tableHeader", { colspan: 2, colwidth: [120, 80] }), cell("tableHeader")),
          row(cell("tableCell"), cell("tableCell", { rowspan: 2 }), cell("tableCell", { colspan: -1 })),
        ],
      },
    ]);
    expect(table).toMatchObject({
      kind: "table",
      widths: [120, 80, 100],
      head: [{ columns: 2 }, { columns: 1 }],
      rows: [[{ columns: 1, rows: 1 }, { rows: 2 }, { columns: 1 }]],
    });
  });

  it("nests lists, numbers those that are ordered, and makes annexes", () => {
    const inner = { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("in"))] }] };
    const nodes = [
      { type: "orderedList", content: [{ type: "listItem", content: [paragraph(text("out")), inner] }] },
      { type: "annex", content: [text("Annex A")] },
    ];
    expect(toBlocks(nodes)).toMatchObject([
      {
        kind: "list",
        style: "numbered",
        items: [[{ kind: "paragraph" }, { kind: "list", style: "bullet" }]],
      },
      { kind: "annex", runs: [{ text: "Annex A" }] },
    ]);
  });

  it("gives what is inside an unknown block, and nothing for an unknown leaf or an empty table", () => {
    const unknown = { type: "callout", content: [paragraph(text("kept"))] };
    expect(toBlocks([unknown, { type: "image" }, { type: "table" }])).toEqual([
      { kind: "paragraph", runs: [{ text: "kept" }] },
    ]);
  });
});
