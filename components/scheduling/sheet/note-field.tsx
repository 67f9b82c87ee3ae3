"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { buttonClasses } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { NoteStore } from "./note-store";

/** The id of the note's field on the page. */
export const NOTE_ID = "note";

type Props = { note: NoteStore; onInput: () => void };

/** The note to the co-chairs. What was typed before any script had loaded counts too. */
export function NoteField({ note, onInput }: Props) {
  const t = useTranslations("answering");
  const { text } = useSyncExternalStore(note.onAny, note.summary, note.summary);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current) note.type(field.current.value);
  }, [note]);
  useEffect(() => {
    const now = note.summary().text;
    if (field.current && field.current.value !== now) field.current.value = now;
  }, [note, text]);
  return (
    <>
      <label htmlFor={NOTE_ID} className="mt-6 block font-semibold">
        {t("note")}
      </label>
      <p id="note-hint" className="text-sm text-muted">
        {t("noteHint")}
      </p>
      <textarea
        ref={field}
        id={NOTE_ID}
        name="note"
        aria-describedby="note-hint"
        rows={3}
        dir="auto"
        maxLength={2_000}
        defaultValue={text}
        onInput={({ currentTarget }) => {
          note.type(currentTarget.value);
          onInput();
        }}
        className="w-full max-w-measure rounded-sm border border-control bg-surface px-3 py-2"
      />
      <BothNotes note={note} />
    </>
  );
}

/** What was saved elsewhere meanwhile, beside what stands in the field. Neither goes without a word. */
function BothNotes({ note }: Pick<Props, "note">) {
  const t = useTranslations("answering.noteClash");
  const { saved, clashes, canPutBack } = useSyncExternalStore(note.onAny, note.summary, note.summary);
  return (
    <div role="status" className="max-w-measure empty:hidden">
      {clashes && (
        <Notice tone="warn" title={t("title")}>
          {saved === "" ? (
            <p>{t("deleted")}</p>
          ) : (
            <>
              <p>{t("saved")}</p>
              <blockquote dir="auto" className="border-s-2 border-line ps-3 whitespace-pre-wrap">
                {saved}
              </blockquote>
            </>
          )}
          <p>{t("kept")}</p>
          <Scripted words={t("take")} onPress={() => note.takeSaved()} />
        </Notice>
      )}
      {canPutBack && (
        <Notice tone="info">
          {t("taken")} <Scripted words={t("putBack")} onPress={() => note.putBack()} />
        </Notice>
      )}
    </div>
  );
}

/** A button that does nothing before scripts run: without them it is not shown. */
function Scripted({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <span className="sheet-scripted">
      <button type="button" onClick={onPress} className={buttonClasses("quiet")}>
        {words}
      </button>
    </span>
  );
}
