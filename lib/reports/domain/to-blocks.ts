import type { EditorMark, EditorNode } from "#lib/collab/domain/editor-node";
import type { Block, Cell, List, Run, Table } from "#lib/word/domain/blocks";

/**
 * An edited text as blocks of a Word document.
 *
 * What the editor does not know cannot stop it: an unknown block gives what is inside it, an unknown mark is left out.
 */
export function toBlocks(nodes: readonly EditorNode[]): Block[] {
  return nodes.flatMap(toBlock);
}

function toBlock(node: EditorNode): Block[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", runs: toRuns(content) }];
    case "heading":
      return [{ kind: "heading", level: levelOf(node), runs: toRuns(content), numbered: true }];
    case "annex":
      return [{ kind: "annex", runs: toRuns(content) }];
    case "bulletList":
    case "orderedList":
      return [toList(node)];
    case "table":
      return toTable(node);
    case "text":
    case "hardBreak":
      return [{ kind: "paragraph", runs: toRuns([node]) }];
    default:
      return toBlocks(content);
  }
}

function levelOf({ attrs }: EditorNode): 1 | 2 | 3 {
  const level = attrs?.level;
  return level === 2 || level === 3 ? level : 1;
}

const toList = ({ type, content = [] }: EditorNode): List => ({
  kind: "list",
  style: type === "orderedList" ? "numbered" : "bullet",
  items: content.map((item) => toBlocks(item.content ?? [])),
});

/** A table without a cell is none. A first row of heading cells is repeated on each page. */
function toTable({ content = [] }: EditorNode): Table[] {
  const rows = content.map((row) => row.content ?? []).filter((cells) => cells.length > 0);
  const [first] = rows;
  if (!first) return [];
  const hasHead = first.every(({ type }) => type === "tableHeader");
  const body = hasHead ? rows.slice(1) : rows;
  return [
    {
      kind: "table",
      head: hasHead ? first.map(toCell) : [],
      rows: body.map((cells) => cells.map(toCell)),
      widths: first.flatMap(widthsOf),
    },
  ];
}

const toCell = (cell: EditorNode): Cell => ({
  blocks: toBlocks(cell.content ?? []),
  columns: span(cell.attrs?.colspan),
  rows: span(cell.attrs?.rowspan),
});

const MOST = 50;
const isWhole = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);
const span = (value: unknown) => (isWhole(value) && value >= 1 ? Math.min(value, MOST) : 1);

const USUAL_WIDTH = 100;

/** Widths of the columns a cell covers, as they were drawn on screen; an untouched column has the usual one. */
function widthsOf({ attrs }: EditorNode): number[] {
  const drawn: readonly unknown[] = Array.isArray(attrs?.colwidth) ? attrs.colwidth : [];
  return Array.from({ length: span(attrs?.colspan) }, (_, column) => {
    const width = drawn[column];
    return isWhole(width) && width > 0 && width < 10_000 ? width : USUAL_WIDTH;
  });
}

function toRuns(nodes: readonly EditorNode[]): Run[] {
  return nodes.flatMap((node) => {
    if (node.type === "hardBreak") return [{ text: "\n" }];
    if (node.type !== "text") return toRuns(node.content ?? []);
    return node.text ? [toRun(node.text, node.marks ?? [])] : [];
  });
}

function toRun(text: string, marks: readonly EditorMark[]): Run {
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href = marks.find(({ type }) => type === "link")?.attrs?.href;
  return {
    text,
    ...(has("bold") ? { bold: true } : {}),
    ...(has("italic") ? { italic: true } : {}),
    ...(has("subscript") ? { position: "sub" as const } : {}),
    ...(has("superscript") ? { position: "super" as const } : {}),
    ...(typeof href === "string" ? { link: href } : {}),
  };
}
