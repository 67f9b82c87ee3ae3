"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { buttonClasses } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { AnswerStore } from "./answer-store";
import { NOTE_ID } from "./note-field";
import type { NoteStore } from "./note-store";
import type { Restored } from "./use-draft";
import type { useSave } from "./use-save";

type Props = {
  store: AnswerStore;
  note: NoteStore;
  save: ReturnType<typeof useSave>;
  ready: boolean;
  /** When it was last saved, in words; empty before. */
  saved: string;
  restored: Restored | null;
  onDiscard: () => void;
};

/** The one button, how much is left, and in words what is saved and what is not. It stays in view. */
export function SaveBar({ store, note, save, ready, saved, restored, onDiscard }: Props) {
  const t = useTranslations("answering");
  const { left, proposed } = useSyncExternalStore(store.onAny, store.summary, store.summary);
  const unsaved = useUnsaved(store, note);
  const { state, saving, lost } = save;
  const kept = state.status === "done" ? state.message : saved;
  return (
    <div className="sheet-save">
      <Outcome save={save} />
      {restored && unsaved && !saving && <PutBack restored={restored} onDiscard={onDiscard} />}
      <Clash store={store} saving={saving} />
      <ToNotes note={note} saving={saving} />
      <button aria-disabled={saving} className={buttonClasses("primary")}>
        {saving ? t("saving") : t("save")}
      </button>
      <p role="status" className="text-muted">
        {t("left", { left })} {proposed > 0 && t("proposedCount", { count: proposed })}{" "}
        {ready && unsaved && !lost ? t("unsaved") : kept}
      </p>
    </div>
  );
}

/** Whether answers or the note differ from what is saved. */
function useUnsaved(store: AnswerStore, note: NoteStore): boolean {
  const answers = useSyncExternalStore(store.onAny, store.summary, store.summary);
  const noted = useSyncExternalStore(note.onAny, note.summary, note.summary);
  return answers.unsaved || noted.unsaved;
}

/** What went wrong, told at once. */
function Outcome({ save: { state, lost, saving } }: Pick<Props, "save">) {
  const t = useTranslations("answering");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "refused") box.current?.focus();
  }, [state]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="w-full empty:hidden">
      {lost ? (
        <Notice tone="warn" title={t("lost")}>
          {t(saving ? "tryingNow" : "tryingSoon")}
        </Notice>
      ) : (
        state.status === "refused" && (
          <Notice tone="bad">
            {state.message} {state.isSignedOut && <SignIn />}
          </Notice>
        )
      )}
    </div>
  );
}

/** The way to sign in and back here, where the draft is put back. */
function SignIn() {
  const t = useTranslations("answering");
  const here = usePathname();
  return <a href={`/sign-in?to=${encodeURIComponent(here)}`}>{t("signIn")}</a>;
}

/** What another window or device saved meanwhile is never replaced without a word. */
function Clash({ store, saving }: { store: AnswerStore; saving: boolean }) {
  const t = useTranslations("answering");
  const { clashing } = useSyncExternalStore(store.onAny, store.summary, store.summary);
  if (clashing === 0 || saving) return null;
  return (
    <div role="status" className="w-full">
      <Notice tone="warn">
        {t("clash", { count: clashing })}{" "}
        <button type="button" onClick={() => store.takeSaved()} className={buttonClasses("quiet")}>
          {t("takeSaved")}
        </button>
      </Notice>
    </div>
  );
}

/** The note was changed elsewhere too: both stand by its field, which may be out of sight. */
function ToNotes({ note, saving }: { note: NoteStore; saving: boolean }) {
  const t = useTranslations("answering.noteClash");
  const { clashes } = useSyncExternalStore(note.onAny, note.summary, note.summary);
  if (!clashes || saving) return null;
  return (
    <div className="w-full">
      <Notice tone="warn">
        {t("title")}. <a href={`#${NOTE_ID}`}>{t("look")}</a>
      </Notice>
    </div>
  );
}

function PutBack({ restored, onDiscard }: { restored: Restored; onDiscard: () => void }) {
  const t = useTranslations("answering");
  const locale = useLocale();
  const at = new Date(restored.at);
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false }).format(
    at,
  );
  return (
    <div className="w-full">
      <Notice tone="info">
        <span suppressHydrationWarning>{t(restored.stale ? "putBackStale" : "putBack", { clock })}</span>{" "}
        <button type="button" onClick={onDiscard} className={buttonClasses("quiet")}>
          {t("discard")}
        </button>
      </Notice>
    </div>
  );
}
