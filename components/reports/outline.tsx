"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";

type Entry = {
  readonly position: number;
  readonly number: string;
  readonly text: string;
  readonly level: number;
};

/** The headings of the report; each leads to its place. */
export function Outline({ editor }: { editor: Editor }) {
  const t = useTranslations("reports.editor");
  const entries = useEditorState({ editor, selector: ({ editor }) => readHeadings(editor) });
  const go = (position: number) => {
    editor
      .chain()
      .setTextSelection(position + 1)
      .focus()
      .run();
    const place = editor.view.nodeDOM(position);
    if (place instanceof HTMLElement) place.scrollIntoView({ block: "center" });
  };
  return (
    <ol className="grid gap-1 text-sm">
      {entries.map(({ position, number, text, level }) => (
        <li key={position} className={level > 1 ? "ps-4" : undefined}>
          <button
            type="button"
            onClick={() => go(position)}
            className="min-h-8 w-full px-2 py-1 text-start hover:bg-shade"
          >
            {number && <span className="tabular text-muted">{number} </span>}
            {text || t("untitled")}
          </button>
        </li>
      ))}
    </ol>
  );
}

function readHeadings(editor: Editor): Entry[] {
  const entries: Entry[] = [];
  let [section, part] = [0, 0];
  editor.state.doc.forEach((node, position) => {
    const level = node.type.name === "annex" ? 0 : Number(node.attrs.level ?? 9);
    if ((node.type.name !== "heading" && level !== 0) || level > 2) return;
    if (level === 1) [section, part] = [section + 1, 0];
    if (level === 2) part += 1;
    const number = level === 1 ? `${section}` : level === 2 ? `${section}.${part}` : "";
    entries.push({ position, number, text: node.textContent, level });
  });
  return entries;
}
