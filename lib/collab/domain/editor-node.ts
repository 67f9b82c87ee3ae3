/** A property of a stretch of text: bold, a link. */
export type EditorMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };

/**
 * A node of an edited text, in the form that Tiptap calls JSON.
 *
 * It comes out of documents that browsers wrote: expect unknown types and attributes, and read only what you know.
 */
export type EditorNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly EditorNode[];
  /** Of text nodes only. */
  readonly text?: string;
  readonly marks?: readonly EditorMark[];
};

/** All text of a node and what is in it, without breaks. */
export function plainText(node: EditorNode): string {
  if (node.type === "hardBreak") return " ";
  return (node.text ?? "") + (node.content ?? []).map(plainText).join("");
}

/** A node of this type with these children. */
export function node(type: string, ...content: readonly EditorNode[]): EditorNode {
  return content.length > 0 ? { type, content } : { type };
}

/** A text; an empty one is none, for the editor refuses empty text nodes. */
export function words(text: string, ...marks: readonly string[]): EditorNode[] {
  if (text === "") return [];
  return [
    marks.length > 0
      ? { type: "text", text, marks: marks.map((type) => ({ type })) }
      : { type: "text", text },
  ];
}
