import * as D from "docx";
import type { Block, Cell, List, Run, Table } from "./domain/blocks.ts";
import { directionOf, drawRuns } from "./draw-text.ts";
import { LIST_LEVELS } from "./itu-styles.ts";

/** Width of the text of an A4 page with 20 mm margins, in twentieths of a point. */
export const TEXT_WIDTH = 9638;

const DEEPEST = LIST_LEVELS.length - 1;

type Drawn = D.Paragraph | D.Table;
type Place = { readonly style?: string; readonly width: number };
type Level = { readonly reference: string; readonly level: number; readonly instance: number };

/** Draws the blocks of one document, in order. */
export function drawBlocks(blocks: readonly Block[]): Drawn[] {
  let lists = 0;
  const nextList = () => (lists += 1);
  return blocks.flatMap((block) => drawBlock(block, { width: TEXT_WIDTH }, nextList));
}

function drawBlock(block: Block, place: Place, nextList: () => number): Drawn[] {
  switch (block.kind) {
    case "heading":
      return [drawHeading(block)];
    case "annex":
      return [write(block.runs, { style: "AnnexNotitle", pageBreakBefore: true })];
    case "paragraph":
      return [write(block.runs, place.style ? { style: place.style } : {})];
    case "list":
      return drawList(block, { place, level: 0, nextList });
    case "table":
      return drawTable(block, place, nextList);
  }
}

function drawHeading({ level, runs, numbered }: Extract<Block, { kind: "heading" }>): D.Paragraph {
  if (!numbered) return write(runs, { style: "Headingb", outlineLevel: level - 1 });
  return write(runs, {
    style: `Heading${level}`,
    numbering: { reference: "itu-head", level: level - 1 },
  });
}

const write = (runs: readonly Run[], options: D.IParagraphOptions) =>
  new D.Paragraph({ ...options, ...directionOf(runs), children: drawRuns(runs) });

type ListPlace = { readonly place: Place; readonly level: number; readonly nextList: () => number };

/** Each list counts from one: it is an instance of its own. */
function drawList(block: List, { place, level, nextList }: ListPlace): Drawn[] {
  const reference = block.style === "bullet" ? "itu-dash" : "itu-number";
  const numbering = { reference, level: Math.min(level, DEEPEST), instance: nextList() };
  return block.items.flatMap((item) =>
    item.flatMap((inner, index) => {
      if (inner.kind === "list") return drawList(inner, { place, level: level + 1, nextList });
      if (inner.kind !== "paragraph") return drawBlock(inner, place, nextList);
      return [drawItem(inner.runs, index === 0 ? numbering : null, { place, level })];
    }),
  );
}

/** The first paragraph of an item has its mark, the others stand under its text. */
function drawItem(runs: readonly Run[], numbering: Level | null, at: { place: Place; level: number }) {
  const style = at.place.style ?? "enumlev1";
  return write(runs, numbering ? { style, numbering } : { style, indent: { left: 397 * (at.level + 1) } });
}

function drawTable(block: Table, place: Place, nextList: () => number): Drawn[] {
  const widths = columnWidths(block, place.width);
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new D.TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: cells.every(isShort),
      children: withoutGaps(cells, widths, isHead || !hasRowSpans(block)).map(({ cell, width }) =>
        drawCell(cell, { style: isHead ? "Tablehead" : "Tabletext", width }, nextList),
      ),
    });
  const rows = [
    ...(block.head.length > 0 ? [row(block.head, true)] : []),
    ...block.rows.map((cells) => row(cells, false)),
  ];
  if (rows.length === 0) return [];
  const table = new D.Table({
    width: { size: sum(widths), type: "dxa" },
    columnWidths: widths,
    layout: "fixed",
    margins: { top: 0, bottom: 0, left: 85, right: 85 },
    rows,
  });
  const title = block.title === undefined ? [] : [write([{ text: block.title }], { style: "TableNotitle" })];
  return [...title, table];
}

function drawCell(cell: Cell, place: Place, nextList: () => number): D.TableCell {
  const inner = { ...place, width: place.width - 170 };
  const drawn = cell.blocks.flatMap((block) => drawBlock(block, inner, nextList));
  // Word calls a file damaged when a cell does not end with a paragraph.
  const closing = drawn.at(-1) instanceof D.Paragraph ? [] : [write([], { style: "Tabletext" })];
  return new D.TableCell({
    width: { size: place.width, type: "dxa" },
    ...(cell.columns && cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows && cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    children: [...drawn, ...closing],
  });
}

/** Cells with their widths; a row that is too short gets empty cells, unless a cell above may reach into it. */
function withoutGaps(cells: readonly Cell[], widths: readonly number[], fill: boolean) {
  let column = 0;
  const placed = cells.map((cell) => {
    const span = Math.max(1, cell.columns ?? 1);
    const width = sum(widths.slice(column, column + span)) || sum(widths) / widths.length;
    column += span;
    return { cell, width: Math.round(width) };
  });
  const missing = fill ? widths.slice(column) : [];
  return [...placed, ...missing.map((width) => ({ cell: { blocks: [] }, width }))];
}

/** Widths that add up to the whole, one for each column there is. */
function columnWidths({ head, rows, widths }: Table, total: number): number[] {
  const columns = Math.max(1, ...[head, ...rows].map(countColumns));
  const shares = Array.from({ length: columns }, (_, index) => {
    const share = widths[index];
    return share !== undefined && share > 0 && Number.isFinite(share) ? share : 1;
  });
  const whole = sum(shares);
  return shares.map((share) => Math.round((share / whole) * total));
}

const countColumns = (cells: readonly Cell[]) => sum(cells.map(({ columns }) => Math.max(1, columns ?? 1)));
const hasRowSpans = ({ rows }: Table) => rows.some((row) => row.some((cell) => (cell.rows ?? 1) > 1));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A row that fits on a page is kept on one; a longer one must be allowed to break. */
function isShort({ blocks }: Cell): boolean {
  return blocks.length <= 6 && JSON.stringify(blocks).length < 1500;
}
