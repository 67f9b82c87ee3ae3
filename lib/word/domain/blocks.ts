/** A stretch of text that looks the same from its first to its last character. A line feed in it breaks the line. */
export type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly position?: "sub" | "super";
  /** An http, https or mailto address. Any other is left out and its text stays. */
  readonly link?: string;
};

/** A heading. Numbered ones count themselves: 1, 1.1, 1.1.1. */
export type Heading = {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly runs: readonly Run[];
  readonly numbered: boolean;
};

/** The title of an annex: it begins a page. */
export type Annex = { readonly kind: "annex"; readonly runs: readonly Run[] };

export type Paragraph = { readonly kind: "paragraph"; readonly runs: readonly Run[] };

/** A list. An item is made of blocks; a list among them is nested. */
export type List = {
  readonly kind: "list";
  readonly style: "bullet" | "numbered";
  readonly items: readonly (readonly Block[])[];
};

/** A cell of a table. It covers one column and one row unless it says more. */
export type Cell = { readonly blocks: readonly Block[]; readonly columns?: number; readonly rows?: number };

/** A table as wide as the text. */
export type Table = {
  readonly kind: "table";
  readonly title?: string;
  /** Repeated on each page; empty for a table without one. */
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Share of the width by column, in any unit: `[1, 2, 1]` are a quarter, a half and a quarter. */
  readonly widths: readonly number[];
};

/** What the body of a document is made of. Plain data: it knows nothing of Word. */
export type Block = Heading | Annex | Paragraph | List | Table;

/** Where a run is wanted, a plain text will do. */
export type RunOrText = Run | string;

/** A numbered heading. */
export function heading(level: Heading["level"], ...runs: readonly RunOrText[]): Heading {
  return { kind: "heading", level, runs: runs.map(toRun), numbered: true };
}

/** A heading without a number. */
export function plainHeading(level: Heading["level"], ...runs: readonly RunOrText[]): Heading {
  return { ...heading(level, ...runs), numbered: false };
}

/** The title of an annex. */
export function annex(...runs: readonly RunOrText[]): Annex {
  return { kind: "annex", runs: runs.map(toRun) };
}

/** A paragraph; an empty one when there are no runs. */
export function paragraph(...runs: readonly RunOrText[]): Paragraph {
  return { kind: "paragraph", runs: runs.map(toRun) };
}

/** A list; each item is a text, or blocks. */
export function list(style: List["style"], items: readonly (string | readonly Block[])[]): List {
  return { kind: "list", style, items: items.map(toBlocks) };
}

/** A table; each cell is a text, blocks, or a cell that spans. */
export function table(
  head: readonly CellContent[],
  rows: readonly (readonly CellContent[])[],
  { widths, title }: { readonly widths: readonly number[]; readonly title?: string },
): Table {
  const body = { head: head.map(toCell), rows: rows.map((row) => row.map(toCell)), widths };
  return { kind: "table", ...body, ...(title === undefined ? {} : { title }) };
}

export type CellContent = string | readonly Block[] | Cell;

const toRun = (run: RunOrText): Run => (typeof run === "string" ? { text: run } : run);

const toBlocks = (content: string | readonly Block[]): readonly Block[] =>
  typeof content === "string" ? [paragraph(content)] : content;

const toCell = (content: CellContent): Cell =>
  typeof content === "object" && "blocks" in content ? content : { blocks: toBlocks(content) };
