import type { INumberingOptions, IStylesOptions } from "docx";

/** Sizes are half points, all else twentieths of a point, as Word counts. */
const TEXT = 24;
const TABLE_TEXT = 22;
const HEADER_TEXT = 18;
const INDENT = 794; // 14 mm: where ITU texts begin after a number
const LIST_STEP = 397;

export const LIST_LEVELS = [0, 1, 2, 3, 4, 5] as const;

const hanging = (left: number, by: number) => ({ paragraph: { indent: { left, hanging: by } } });

const heading = (level: 1 | 2 | 3) => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: "Normal",
  next: "Normal",
  quickFormat: true,
  run: { bold: true, size: TEXT },
  paragraph: {
    ...{ keepNext: true, keepLines: true, outlineLevel: level - 1 },
    spacing: { before: level === 1 ? 280 : 200 },
    indent: { left: INDENT, hanging: INDENT },
  },
});

const tableStyle = (id: string, name: string) => ({ id, name, basedOn: "Normal" });

/** The styles of ITU-T's templates that our documents use, by the names Word shows. */
export const ITU_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: "Times New Roman", size: TEXT, language: { value: "en-GB", bidirectional: "ar-SA" } },
      paragraph: { spacing: { before: 120 } },
    },
    hyperlink: { run: { color: "0563C1", underline: { type: "single" } } },
  },
  paragraphStyles: [
    { id: "Normal", name: "Normal", quickFormat: true, paragraph: { spacing: { before: 120 } } },
    heading(1),
    heading(2),
    heading(3),
    {
      ...{ id: "Headingb", name: "Heading_b", basedOn: "Normal", next: "Normal" },
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 160 } },
    },
    {
      ...{ id: "AnnexNotitle", name: "Annex_No & title", basedOn: "Normal", next: "Normal" },
      run: { bold: true, size: 28 },
      paragraph: {
        alignment: "center",
        keepNext: true,
        outlineLevel: 0,
        spacing: { before: 480, after: 240 },
      },
    },
    { id: "enumlev1", name: "enumlev1", basedOn: "Normal", paragraph: { spacing: { before: 80 } } },
    {
      ...tableStyle("Tablehead", "Table_head"),
      run: { bold: true, size: TABLE_TEXT },
      paragraph: { keepNext: true, spacing: { before: 80, after: 80 } },
    },
    {
      ...tableStyle("Tabletext", "Table_text"),
      run: { size: TABLE_TEXT },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    {
      ...tableStyle("TableNotitle", "Table_No & title"),
      run: { bold: true },
      paragraph: { alignment: "center", keepNext: true, spacing: { before: 240, after: 120 } },
    },
    {
      ...tableStyle("Header", "header"),
      run: { size: HEADER_TEXT },
      paragraph: { alignment: "center", spacing: { before: 0 } },
    },
  ],
};

/** Lists of our documents: `itu-head` for headings, `itu-dash` and `itu-number` for enumerations. */
export const ITU_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: "itu-head",
      levels: [1, 2, 3].map((level) => ({
        level: level - 1,
        format: "decimal" as const,
        text: ["%1", "%2", "%3"].slice(0, level).join("."),
        alignment: "left" as const,
        suffix: "tab" as const,
        style: hanging(INDENT, INDENT),
      })),
    },
    {
      reference: "itu-dash",
      levels: LIST_LEVELS.map((level) => ({
        level,
        format: "bullet" as const,
        text: level % 2 === 0 ? "–" : "•",
        alignment: "left" as const,
        style: hanging(LIST_STEP * (level + 1), LIST_STEP),
      })),
    },
    {
      reference: "itu-number",
      levels: LIST_LEVELS.map((level) => ({
        level,
        format: level % 2 === 0 ? ("decimal" as const) : ("lowerLetter" as const),
        text: `%${level + 1})`,
        alignment: "left" as const,
        style: hanging(LIST_STEP * (level + 1), LIST_STEP),
      })),
    },
  ],
};
