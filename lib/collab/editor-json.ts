import * as Y from "yjs";
import type { EditorMark, EditorNode } from "./domain/editor-node.ts";

/** Name of the part of a document that holds the text; the editor's Collaboration extension uses the same. */
const FIELD = "default";

/** The first change of a new document: one that makes it hold these nodes. Without the editor's own library. */
export function changeThatWrites(root: EditorNode): Uint8Array {
  const document = new Y.Doc();
  document.transact(() => document.getXmlFragment(FIELD).insert(0, toXml(root.content ?? [])));
  return Y.encodeStateAsUpdate(document);
}

/** The text of a document, as nodes below one of type `doc`. */
export function nodesOf(document: Y.Doc): EditorNode {
  return { type: "doc", content: children(document.getXmlFragment(FIELD)) };
}

function toXml(nodes: readonly EditorNode[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.type !== "text") {
      if (node) made.push(toElement(node));
      continue;
    }
    const from = at;
    while (nodes[at + 1]?.type === "text") at += 1; // neighbours share one text
    made.push(toText(nodes.slice(from, at + 1)));
  }
  return made;
}

function toElement({ type, attrs = {}, content = [] }: EditorNode): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, never>>(type);
  for (const [name, value] of Object.entries(attrs))
    if (value !== null && value !== undefined) element.setAttribute(name, value as never);
  element.insert(0, toXml(content));
  return element as Y.XmlElement;
}

function toText(nodes: readonly EditorNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    nodes.map(({ text: insert = "", marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}])),
    })),
  );
  return text;
}

function children(parent: Y.XmlFragment): EditorNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return fromText(child);
    return child instanceof Y.XmlElement ? [fromElement(child)] : [];
  });
}

function fromElement(element: Y.XmlElement): EditorNode {
  const attrs: Record<string, unknown> = element.getAttributes();
  const content = children(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

type Stretch = { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> };

function fromText(text: Y.XmlText): EditorNode[] {
  const stretches: Stretch[] = text.toDelta();
  return stretches.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") return [];
    const marks = Object.entries(attributes).map(([name, value]) => toMark(name, value));
    return [{ type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

/** Marks that may overlap themselves carry a hash behind their name; it is no part of it. */
function toMark(name: string, value: unknown): EditorMark {
  const type = name.replace(/--[A-Za-z0-9+/=]{8}$/, "");
  const attrs = typeof value === "object" && value !== null ? { ...value } : {};
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}
