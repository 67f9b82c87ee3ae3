import * as D from "docx";
import { inEnglish } from "#lib/words/translate";
import { safeText } from "./domain/safe-text.ts";
import { splitByDirection } from "./domain/direction.ts";

/** One of the sides that own a document. A joint document carries a number for each. */
export type DocumentSide = {
  /** As people write it: `SG2`. */
  readonly group: string;
  /** Such as `SG2-TD9R1/PLEN`; empty while it has none. */
  readonly number: string;
  /** Such as `Q1/2`. */
  readonly questions: readonly string[];
};

export type Contact = {
  readonly name: string;
  readonly organization: string;
  readonly country: string;
  readonly telephone?: string;
  readonly email?: string;
};

/** What stands in the header table of an ITU-T document. An empty text leaves its row out. */
export type ItuHeader = {
  /** Such as `2025-2028`. */
  readonly studyPeriod: string;
  readonly sides: readonly DocumentSide[];
  /** Place and dates: `Virtual, 3 March 2027`. */
  readonly placeAndDate: string;
  /** What it is, in capitals on the page: `Agenda`. */
  readonly kind: string;
  readonly source: string;
  readonly title: string;
  readonly purpose: string;
  readonly contacts: readonly Contact[];
  readonly abstract: string;
};

// 17 cm of text. The first column holds "Study Group(s):" in 12 pt bold.
const WIDTHS = [1871, 4082, 3685] as const;
/** Columns that a cell covers, from one and up to another, that one not included. */
type Columns = { readonly columns: readonly [number, number] };
const FIRST: Columns = { columns: [0, 1] };
const MIDDLE: Columns = { columns: [1, 2] };
const LAST: Columns = { columns: [2, 3] };
const FULL: Columns = { columns: [0, 3] };
const VALUE: Columns = { columns: [1, 3] };
const NONE = { style: "none", size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** The header table. */
export function ituHeaderTable(header: ItuHeader): D.Table {
  return new D.Table({
    width: { size: WIDTHS[0] + WIDTHS[1] + WIDTHS[2], type: "dxa" },
    columnWidths: [...WIDTHS],
    layout: "fixed",
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      mastheadRow(header),
      partsRow("word.questions", header.sides.flatMap((side) => side.questions).join(", "), header),
      fullRow("word.studyGroups", [header.sides.map((side) => side.group).join(", ")]),
      new D.TableRow({ children: [cell([line([bold(header.kind.toUpperCase())], "center")], FULL)] }),
      ...textRows(header),
      ...header.contacts.map(contactRow),
      ...(header.abstract ? [fullRow("word.abstract", paragraphs(header.abstract))] : []),
    ],
  });
}

/** The numbers of a document, for the head of each page. */
export function documentNumbers(header: Pick<ItuHeader, "sides">): string {
  return header.sides.flatMap(({ number }) => (number ? [safeText(number)] : [])).join("  |  ");
}

function textRows({ source, title, purpose }: ItuHeader): D.TableRow[] {
  const rows = [
    ["word.source", source],
    ["word.title", title],
    ["word.purpose", purpose],
  ] as const;
  return rows.flatMap(([key, value]) => (value ? [fullRow(key, paragraphs(value))] : []));
}

function mastheadRow({ studyPeriod, sides }: ItuHeader): D.TableRow {
  const house = [
    line([text(inEnglish({ key: "word.union" }), { size: 16 })]),
    line([text(inEnglish({ key: "word.sector" }), { bold: true, size: 22 })]),
    line([text(inEnglish({ key: "word.studyPeriod", values: { period: studyPeriod } }), { size: 20 })]),
  ];
  const owners = sides.flatMap(({ group, number }) => [
    ...(number ? [line([text(number, { bold: true, size: 32 })], "right")] : []),
    line([text(studyGroupName(group), { bold: true, size: 24 })], "right"),
  ]);
  return new D.TableRow({
    children: [
      cell(house, { columns: [0, 2] }),
      cell(
        [...owners, line([text(inEnglish({ key: "word.original" }), { bold: true, size: 24 })], "right")],
        LAST,
      ),
    ],
  });
}

/** `SG2` is `STUDY GROUP 2`; a group of another kind keeps its name. */
function studyGroupName(group: string): string {
  const number = /^SG(\d+)$/.exec(group)?.[1];
  return number ? inEnglish({ key: "word.studyGroup", values: { number } }) : group;
}

type Label =
  "word.questions" | "word.studyGroups" | "word.source" | "word.title" | "word.purpose" | "word.abstract";

const labelCell = (key: Label | "word.contact") => cell([line([bold(inEnglish({ key }))])], FIRST);

const fullRow = (key: Label, lines: readonly string[]) =>
  new D.TableRow({
    children: [
      labelCell(key),
      cell(
        lines.map((one) => line(runs(one))),
        VALUE,
      ),
    ],
  });

const partsRow = (key: Label, value: string, { placeAndDate }: ItuHeader) =>
  new D.TableRow({
    children: [
      labelCell(key),
      cell([line(runs(value))], MIDDLE),
      cell([line(runs(placeAndDate), "right")], LAST),
    ],
  });

function contactRow({ name, organization, country, telephone, email }: Contact): D.TableRow {
  const ways = [
    ...(telephone ? [inEnglish({ key: "word.telephone", values: { telephone } })] : []),
    ...(email ? [inEnglish({ key: "word.email", values: { email } })] : []),
  ];
  const who = [name, organization, country].filter((part) => part !== "");
  return new D.TableRow({
    children: [
      labelCell("word.contact"),
      cell(
        who.map((part, index) => line(runs(part), "left", index === 0 ? 60 : 0)),
        MIDDLE,
      ),
      cell(
        (ways.length > 0 ? ways : [""]).map((way, index) => line(runs(way), "left", index === 0 ? 60 : 0)),
        LAST,
      ),
    ],
  });
}

const paragraphs = (value: string) => safeText(value).split(/\n+/);
const text = (value: string, look: D.IRunOptions = {}) => new D.TextRun({ ...look, text: safeText(value) });
const bold = (value: string) => text(value, { bold: true });
const runs = (value: string) =>
  splitByDirection(safeText(value).replaceAll("\n", " ")).map((stretch) =>
    text(stretch.text, stretch.rightToLeft ? { rightToLeft: true } : {}),
  );

const line = (children: readonly D.TextRun[], alignment: "left" | "center" | "right" = "left", before = 60) =>
  new D.Paragraph({ children, alignment, spacing: { before } });

function cell(children: readonly D.Paragraph[], { columns: [from, to] }: Columns): D.TableCell {
  const size = WIDTHS.slice(from, to).reduce((total, width) => total + width, 0);
  return new D.TableCell({
    children,
    width: { size, type: "dxa" },
    columnSpan: to - from,
    margins: { left: 57, right: 57 },
    borders: NO_BORDERS,
  });
}
