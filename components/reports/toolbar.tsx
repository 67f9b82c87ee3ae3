"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Subscript,
  Superscript,
  Table,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { classes } from "#components/ui/classes";
import { LinkForm } from "./link-form";

type Command = (editor: Editor) => boolean;
type Tool = {
  readonly name: ToolName;
  readonly icon?: LucideIcon;
  readonly run: Command;
  readonly isOn?: Command;
  readonly may?: Command;
};
type ToolName =
  | "section"
  | "part"
  | "annex"
  | "bold"
  | "italic"
  | "subscript"
  | "superscript"
  | "bulletList"
  | "orderedList"
  | "table"
  | "rowAbove"
  | "rowBelow"
  | "deleteRow"
  | "columnBefore"
  | "columnAfter"
  | "deleteColumn"
  | "undo"
  | "redo";

const turnInto =
  (level: number): Command =>
  (editor) =>
    editor.chain().focus().toggleNode("heading", "paragraph", { level }).run();

const TEXT: readonly Tool[] = [
  { name: "section", run: turnInto(1), isOn: (editor) => editor.isActive("heading", { level: 1 }) },
  { name: "part", run: turnInto(2), isOn: (editor) => editor.isActive("heading", { level: 2 }) },
  {
    name: "annex",
    run: (editor) => editor.chain().focus().toggleNode("annex", "paragraph").run(),
    isOn: (editor) => editor.isActive("annex"),
  },
  ...(["bold", "italic", "subscript", "superscript"] as const).map((name) => ({
    name,
    icon: { bold: Bold, italic: Italic, subscript: Subscript, superscript: Superscript }[name],
    run: (editor: Editor) => editor.chain().focus().toggleMark(name).run(),
    isOn: (editor: Editor) => editor.isActive(name),
  })),
  {
    name: "bulletList",
    icon: List,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive("bulletList"),
  },
  {
    name: "orderedList",
    icon: ListOrdered,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive("orderedList"),
  },
  { name: "undo", icon: Undo2, run: (editor) => editor.chain().focus().undo().run() },
  { name: "redo", icon: Redo2, run: (editor) => editor.chain().focus().redo().run() },
  {
    name: "table",
    icon: Table,
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    may: (editor) => !editor.isActive("table"),
  },
];

const TABLE: readonly Tool[] = [
  { name: "rowAbove", run: (editor) => editor.chain().focus().addRowBefore().run() },
  { name: "rowBelow", run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: "deleteRow", run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: "columnBefore", run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { name: "columnAfter", run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: "deleteColumn", run: (editor) => editor.chain().focus().deleteColumn().run() },
];

/** What can be done with the text where the caret stands. One stop for the Tab key; arrows move between the tools. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useTranslations("reports.editor");
  const [linking, setLinking] = useState(false);
  const [current, setCurrent] = useState(0);
  const { on, off, inTable, inLink } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      on: TEXT.filter((tool) => tool.isOn?.(editor)).map(({ name }) => name),
      off: TEXT.filter((tool) => tool.may && !tool.may(editor)).map(({ name }) => name),
      inTable: editor.isActive("table"),
      inLink: editor.isActive("link"),
    }),
  });
  const tools = inTable ? [...TEXT, ...TABLE] : TEXT;
  const last = tools.length; // the link stands behind them all
  const at = Math.min(current, last);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = (next + last + 1) % (last + 1);
    setCurrent(to);
    event.currentTarget.querySelectorAll("button")[to]?.focus();
  }

  return (
    <>
      <div role="toolbar" aria-label={t("toolbar")} onKeyDown={move} className="flex flex-wrap gap-1">
        {tools.map((tool, index) => (
          <ToolButton
            key={tool.name}
            label={t(`tool.${tool.name}`)}
            icon={tool.icon}
            isOn={tool.isOn ? on.includes(tool.name) : undefined}
            isOff={off.includes(tool.name)}
            isStop={index === at}
            onPress={() => void (setCurrent(index), tool.run(editor))}
          />
        ))}
        <ToolButton
          label={t("tool.link")}
          icon={LinkIcon}
          isOn={inLink}
          isOff={false}
          isStop={at === last}
          onPress={() => setLinking(!linking)}
        />
      </div>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

type ToolButtonProps = {
  label: string;
  icon: LucideIcon | undefined;
  isOn: boolean | undefined;
  isOff: boolean;
  isStop: boolean;
  onPress: () => void;
};

function ToolButton({ label, icon: Icon, isOn, isOff, isStop, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      aria-disabled={isOff}
      onMouseDown={(event) => event.preventDefault()} // the caret stays where it is
      onClick={() => !isOff && onPress()}
      className={classes(
        "inline-flex min-h-9 min-w-9 items-center justify-center rounded-sm border px-2 text-sm",
        isOn ? "border-ink bg-shade font-semibold" : "border-line bg-surface hover:bg-shade",
        isOff && "opacity-60",
      )}
    >
      {Icon ? <Icon size={18} aria-hidden="true" /> : label}
    </button>
  );
}
