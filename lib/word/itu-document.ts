import * as D from "docx";
import type { Block } from "./domain/blocks.ts";
import { safeText } from "./domain/safe-text.ts";
import { drawBlocks } from "./draw-blocks.ts";
import { documentNumbers, type ItuHeader, ituHeaderTable } from "./itu-header.ts";
import { ITU_NUMBERING, ITU_STYLES } from "./itu-styles.ts";

/** The type of a Word file, for HTTP and mail. */
export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// A4 with 20 mm margins, in twentieths of a point
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567 },
};

/**
 * A Word file in ITU-T's form: the header table, the body, and a closing rule, on A4, with page and document
 * numbers from the second page on.
 *
 * Any text is taken: what a Word file cannot hold is left out. An agenda takes 10 to 30 ms of this thread, a long
 * report up to some hundred.
 *
 * @see docs/decisions/0014-word-documents.md
 */
export async function writeItuDocument(header: ItuHeader, body: readonly Block[]): Promise<Buffer> {
  const document = new D.Document({
    creator: "Liaise",
    title: safeText(header.title),
    styles: ITU_STYLES,
    numbering: ITU_NUMBERING,
    sections: [
      {
        properties: { titlePage: true, page: PAGE },
        headers: { first: new D.Header({ children: [new D.Paragraph({})] }), default: pageHead(header) },
        children: [
          ituHeaderTable(header),
          new D.Paragraph({ spacing: { before: 120 } }),
          ...drawBlocks(body),
          closingRule(),
        ],
      },
    ],
  });
  return D.Packer.toBuffer(document);
}

function pageHead(header: ItuHeader): D.Header {
  const numbers = documentNumbers(header);
  const page = new D.TextRun({ children: ["- ", D.PageNumber.CURRENT, " -"] });
  return new D.Header({
    children: [
      new D.Paragraph({ style: "Header", children: [page] }),
      ...(numbers ? [new D.Paragraph({ style: "Header", children: [new D.TextRun(numbers)] })] : []),
    ],
  });
}

/** The short line that ends every ITU-T text. */
const closingRule = () =>
  new D.Paragraph({
    alignment: "center",
    spacing: { before: 480 },
    children: [new D.TextRun("____________________")],
  });
