"use client";

import type { HocuspocusProvider } from "@hocuspocus/provider";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { REPORT_SCHEMA_VERSION } from "#lib/reports/domain/report";
import { REPORT_EXTENSIONS } from "./editor-extensions";
import { Outline } from "./outline";
import { PeopleHere } from "./people-here";
import { type Present, ReportSession } from "./report-session";
import { ReportSheet } from "./report-sheet";
import { SavingNote } from "./saving-note";
import { Toolbar } from "./toolbar";

export type ReportEditorProps = {
  room: string;
  me: Present;
  header: ReactNode;
  /** The sheet as the server drew it: it stands there until the editor is ready. */
  children: ReactNode;
};

type Live = { readonly document: Y.Doc; readonly provider: HocuspocusProvider };

/** The report, edited where it is read, together with everybody who has it open. */
export function ReportEditor({ room, me, header, children }: ReportEditorProps) {
  const [session] = useState(() => {
    const url = `${location.origin.replace(/^http/, "ws")}/collab?schema=${REPORT_SCHEMA_VERSION}`;
    return new ReportSession({ url, room, personId: me.id });
  });
  useEffect(() => {
    session.open();
    return () => session.close();
  }, [session]);
  const { saving, present, live } = useSyncExternalStore(session.subscribe, session.view, session.view);
  const state = (
    <div className="mb-2 flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <SavingNote saving={saving} />
      <PeopleHere people={present} me={me.id} />
    </div>
  );
  if (!live)
    return (
      <>
        {saving.kind !== "opening" && state}
        {children}
      </>
    );
  return <LiveSheet {...{ live, me, header, state }} isEditable={saving.kind !== "ended"} />;
}

type LiveSheetProps = { live: Live; me: Present; header: ReactNode; state: ReactNode; isEditable: boolean };

function LiveSheet({ live, me, header, state, isEditable }: LiveSheetProps) {
  const t = useTranslations("reports.editor");
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      extensions: [
        ...REPORT_EXTENSIONS,
        Collaboration.configure({ document: live.document, provider: live.provider }),
        CollaborationCaret.configure({
          provider: live.provider,
          user: { ...me },
          render: drawCaret,
          selectionRender: ({ side }) => ({ nodeName: "span", class: `report-selection${sideClass(side)}` }),
        }),
      ],
      editorProps: {
        attributes: {
          class: "report-text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": t("label"),
          dir: "auto",
        },
      },
    },
    [live],
  );
  useEffect(() => void editor?.setEditable(isEditable), [editor, isEditable]);
  if (!editor) return null;
  return (
    <ReportSheet
      header={header}
      outline={<Outline editor={editor} />}
      tools={
        <>
          {state}
          {isEditable && <Toolbar editor={editor} />}
        </>
      }
    >
      <EditorContent editor={editor} />
    </ReportSheet>
  );
}

const sideClass = (side: unknown) => (side === "A" ? "-a" : side === "B" ? "-b" : "");

/** A caret under the name that the server vouches for, told apart by classes: our content policy allows no style attributes. */
function drawCaret({ name, side }: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `report-caret report-caret${sideClass(side)}`;
  const label = document.createElement("span");
  label.className = "report-caret-name";
  label.textContent = [side, name].filter((part) => typeof part === "string").join(" · ");
  caret.append(label);
  return caret;
}
