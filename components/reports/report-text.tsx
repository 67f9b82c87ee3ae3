import { createElement, Fragment, type ReactNode } from "react";
import type { EditorMark, EditorNode } from "#lib/collab/domain/editor-node";
import { startsSection } from "#lib/reports/domain/sections";
import { safeLink } from "#lib/word/domain/safe-text";

/** The text of a report, to be read: for those who do not write, for print, and until the editor is there. */
export function ReportText({ text }: { text: EditorNode }) {
  const nodes = text.content ?? [];
  const starts = nodes.filter(startsSection);
  return (
    <div className="report-text" dir="auto">
      {nodes.map((node, index) => {
        const section = starts.indexOf(node) + 1;
        return section === 0 ? drawNode(node, index) : drawSectionTitle(node, section);
      })}
    </div>
  );
}

/** A heading that the outline leads to. */
function drawSectionTitle({ type, content = [] }: EditorNode, section: number): ReactNode {
  return (
    <h2
      key={`section-${section}`}
      id={`section-${section}`}
      className={type === "annex" ? "report-annex" : undefined}
    >
      {content.map(drawNode)}
    </h2>
  );
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  tableRow: "tr",
};

function drawNode(node: EditorNode, index: number): ReactNode {
  if (node.type === "text")
    return <Fragment key={index}>{drawText(node.text ?? "", node.marks ?? [])}</Fragment>;
  if (node.type === "hardBreak") return <br key={index} />;
  const children = (node.content ?? []).map(drawNode);
  if (node.type === "table") return drawTable(index, children);
  if (node.type === "tableHeader" || node.type === "tableCell") return drawCell(node, index, children);
  return createElement(tagOf(node), { key: index }, ...children);
}

const drawTable = (key: number, rows: ReactNode[]) => (
  <div key={key} className="tableWrapper" tabIndex={0}>
    <table>
      <tbody>{rows}</tbody>
    </table>
  </div>
);

function tagOf({ type, attrs }: EditorNode) {
  return type === "heading" ? headingOf(attrs?.level) : (TAGS[type] ?? Fragment);
}

/** The page has its own heading of the first level; a report's headings stand below it. */
const headingOf = (level: unknown) => (level === 3 ? "h4" : level === 2 ? "h3" : "h2");

function drawCell({ type, attrs = {} }: EditorNode, key: number, children: ReactNode[]): ReactNode {
  const spans = { colSpan: spanOf(attrs.colspan), rowSpan: spanOf(attrs.rowspan) };
  if (type === "tableCell") return createElement("td", { key, ...spans }, children);
  return createElement("th", { key, scope: "col", ...spans }, children);
}

const spanOf = (value: unknown) =>
  typeof value === "number" && value > 1 && value <= 50 ? value : undefined;

const MARKS: Readonly<Record<string, string>> = {
  bold: "strong",
  italic: "em",
  subscript: "sub",
  superscript: "sup",
};

function drawText(text: string, marks: readonly EditorMark[]): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    const href = type === "link" && typeof attrs?.href === "string" ? safeLink(attrs.href) : null;
    if (href)
      return (
        <a href={href} rel="noopener noreferrer">
          {inner}
        </a>
      );
    const tag = MARKS[type];
    return tag ? createElement(tag, null, inner) : inner;
  }, text);
}
