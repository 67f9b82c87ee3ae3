import { describe, expect, it } from "vitest";
import { annex, heading, list, paragraph, plainHeading, table } from "#lib/word/domain/blocks";
import { writeItuDocument } from "#lib/word/itu-document";
import type { ItuHeader } from "#lib/word/itu-header";
import { bodyOf, partsOf, readWord, readWordAsHtml } from "../../support/word-file.ts";

const HEADER: ItuHeader = {
  studyPeriod: "2025-2028",
  sides: [
    { group: "SG2", number: "SG2-TD9R1/PLEN", questions: ["Q1/2"] },
    { group: "SG20", number: "", questions: ["Q6/20"] },
  ],
  placeAndDate: "Virtual, 1 March 2027",
  kind: "Agenda",
  source: "Co-chairs",
  title: "First joint meeting",
  purpose: "Discussion",
  contacts: [
    { name: "Ana Test", organization: "Example Ltd", country: "Switzerland", email: "ana@example.org" },
    { name: "Bo Test", organization: "Sample Inc", country: "", telephone: "+41 22" },
  ],
  abstract: "What it is about.",
};

const wellFormed = (xml: string) => {
  // Every `&` begins an entity and every tag is closed: enough to catch text that was not escaped.
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)/);
  const open: string[] = [];
  for (const [, closing, name, empty] of xml.matchAll(/<(\/)?([\w:]+)(?:[^<>"]|"[^"<]*")*?(\/)?>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty && name !== undefined) open.push(name);
  }
  expect(open).toEqual([]);
};

describe("the header of an ITU-T document", () => {
  it("says each thing where another program finds it, with a number for each side that has one", async () => {
    const text = await readWord(await writeItuDocument(HEADER, []));
    const lines = text.split(/\n+/).filter((line) => line !== "");
    expect(lines).toEqual([
      "INTERNATIONAL TELECOMMUNICATION UNION",
      "TELECOMMUNICATION STANDARDIZATION SECTOR",
      "STUDY PERIOD 2025-2028",
      "SG2-TD9R1/PLEN",
      "STUDY GROUP 2",
      "STUDY GROUP 20",
      "Original: English",
      ...["Question(s):", "Q1/2, Q6/20", "Virtual, 1 March 2027"],
      ...["Study Group(s):", "SG2, SG20"],
      "AGENDA",
      ...["Source:", "Co-chairs", "Title:", "First joint meeting", "Purpose:", "Discussion"],
      ...["Contact:", "Ana Test", "Example Ltd", "Switzerland", "E-mail: ana@example.org"],
      ...["Contact:", "Bo Test", "Sample Inc", "Tel: +41 22"],
      ...["Abstract:", "What it is about."],
      "____________________",
    ]);
  });

  it("leaves out the rows of what is empty", async () => {
    const text = await readWord(await writeItuDocument({ ...HEADER, purpose: "", abstract: "" }, []));
    expect(text).toContain("Title:");
    expect(text).not.toMatch(/Purpose:|Abstract:/);
  });

  it("is printed on A4 with page and document number from the second page on", async () => {
    const parts = partsOf(await writeItuDocument(HEADER, []));
    expect(parts["word/document.xml"]).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(parts["word/document.xml"]).toContain("<w:titlePg/>");
    const heads = Object.entries(parts).filter(([path]) => path.startsWith("word/header"));
    expect(heads.filter(([, xml]) => /PAGE/.test(xml) && xml.includes("SG2-TD9R1/PLEN"))).toHaveLength(1);
  });
});

describe("the body", () => {
  it("keeps headings, marks, nested lists, tables and links as such", async () => {
    const file = await writeItuDocument(HEADER, [
      heading(1, "Mandate"),
      paragraph("H", { text: "2", position: "sub" }, { text: "O", italic: true }, { text: " b", bold: true }),
      paragraph({ text: "see", link: "https://example.org/?a=1&b=2" }),
      list("numbered", ["one", [paragraph("two"), list("bullet", ["inner"])]]),
      table(["Area", "Side A"], [["Numbers", [paragraph("yes"), list("bullet", ["x"])]]], { widths: [1, 3] }),
    ]);
    const html = await readWordAsHtml(file);
    expect(html).toContain("<h1>Mandate</h1>");
    expect(html).toContain("H<sub>2</sub><em>O</em><strong> b</strong>");
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">see</a>');
    expect(html).toContain("<ol><li>one</li><li>two<ul><li>inner</li></ul></li></ol>");
    expect(html).toMatch(/<thead><tr><th>.*Area.*<\/th><th>.*Side A.*<\/th><\/tr><\/thead>/);
    expect(html).toMatch(/<td>.*Numbers.*<\/td><td>.*yes.*<ul><li>x<\/li><\/ul>/);
  });

  it("counts each list from one", async () => {
    const body = bodyOf(await writeItuDocument(HEADER, [list("numbered", ["a"]), list("numbered", ["b"])]));
    const numbers = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(2);
  });

  it("drops a link that is none of http, https and mailto, and keeps its text", async () => {
    const file = await writeItuDocument(HEADER, [
      paragraph({ text: "good", link: "mailto:a@example.org" }, { text: "bad", link: "javascript:alert(1)" }),
    ]);
    const targets = partsOf(file)["word/_rels/document.xml.rels"];
    expect(targets).toContain("mailto:a@example.org");
    expect(targets).not.toContain("javascript");
    expect(await readWord(file)).toContain("goodbad");
  });

  it("never writes a mark that is off", async () => {
    const body = bodyOf(
      await writeItuDocument(HEADER, [paragraph({ text: "a", bold: false, italic: false })]),
    );
    expect(body).toContain("<w:b/>");
    expect(body).not.toMatch(/w:val="(false|0)"/);
  });

  it("gives every table a fixed layout, a width for each cell, and as many cells in each row", async () => {
    const ragged = table(["a", "b", "c"], [["1"], ["1", "2", "3", "4"]], { widths: [1, 0, Number.NaN] });
    const body = bodyOf(await writeItuDocument(HEADER, [ragged]));
    expect(body.match(/<w:tbl>/g)).toHaveLength(2);
    expect(body.match(/<w:tblLayout w:type="fixed"\/>/g)).toHaveLength(2);
    const cells = body.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    expect(cells.every((cell) => /<w:tcW w:type="dxa" w:w="\d+"\/>/.test(cell))).toBe(true);
    const rows = (body.split("<w:tbl>")[2] ?? "").match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.map((row) => row.match(/<w:tc>/g)?.length)).toEqual([4, 4, 4]);
  });

  it("ends every cell with a paragraph, as Word demands", async () => {
    const inner = table([], [["x"]], { widths: [1] });
    const body = bodyOf(await writeItuDocument(HEADER, [table([], [[[inner]], [[]]], { widths: [1] })]));
    expect(body.match(/<\/w:tbl>/g)).toHaveLength(3);
    expect(body).not.toContain("</w:tbl></w:tc>");
    expect(body).not.toContain("</w:tcPr></w:tc>");
  });

  it("marks Arabic as right-to-left, run by run, and the paragraph that begins with it", async () => {
    const body = bodyOf(await writeItuDocument(HEADER, [paragraph("سؤال Q1"), paragraph("Q1 سؤال")]));
    expect(body.match(/<w:bidi\/>/g)).toHaveLength(1);
    expect(body.match(/<w:rtl\/>/g)).toHaveLength(2);
  });

  it("begins an annex on a page of its own, and leaves plain headings unnumbered", async () => {
    const body = bodyOf(await writeItuDocument(HEADER, [annex("Annex A"), plainHeading(2, "List")]));
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(body).not.toContain("<w:numId");
  });
});

describe("whatever is typed", () => {
  it("becomes a file that another program opens: markup, NUL, half pairs, line ends, emoji, 100,000 letters", async () => {
    const hostile = `<w:p>&"'\0\ud800\u000b😀 نص\r\nnext\ttab ]]> ${"x".repeat(100_000)}`;
    const sides = HEADER.sides.map((side) => ({
      ...side,
      number: hostile,
      group: hostile,
      questions: [hostile],
    }));
    const contacts = [{ name: hostile, organization: hostile, country: hostile, email: hostile }];
    const texts = {
      source: hostile,
      title: hostile,
      purpose: hostile,
      abstract: hostile,
      placeAndDate: hostile,
    };
    const file = await writeItuDocument({ ...HEADER, ...texts, sides, contacts, kind: hostile }, [
      heading(1, hostile),
      paragraph({ text: hostile, bold: true, link: `https://example.org/"><x>${hostile.slice(0, 40)}` }),
      list("bullet", [hostile]),
      table([hostile], [[hostile]], { widths: [1], title: hostile }),
    ]);
    for (const [path, xml] of Object.entries(partsOf(file))) if (/\.(xml|rels)$/.test(path)) wellFormed(xml);
    expect(await readWord(file)).toContain(`<w:p>&"'\ufffd😀 نص`);
  });
});
