"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { keepText, readText, removeText } from "#components/ui/browser-storage";
import { readDraft, writeDraft } from "#lib/scheduling/domain/draft";
import type { AnswerStore } from "./answer-store";
import type { NoteStore } from "./note-store";

const WRITE_AFTER_MS = 150;

type Sheet = {
  /** Names the sheet in this browser. */
  readonly id: string;
  readonly version: number;
  /** Ids of the slots it shows. */
  readonly slotIds: readonly string[];
};

/** A draft that was put back. `stale`: other answers were saved since it was made. */
export type Restored = { readonly at: number; readonly stale: boolean; readonly seen: readonly string[] };

/**
 * Keeps what is not saved in this browser, through reloads and the end of a session, and puts it back. Two windows
 * with the same sheet follow one another.
 */
export function useDraft(sheet: Sheet, { store, note }: { store: AnswerStore; note: NoteStore }) {
  const [restored, setRestored] = useState<Restored | null>(null);
  const { id, version, slotIds } = sheet;
  const key = `liaise.draft.${id}`;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const writeNow = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const changes = store.changes();
    const noted = note.draft();
    if (Object.keys(changes).length === 0 && noted === null) return removeText(key);
    const held = { version, seen: slotIds, at: Date.now(), changes };
    keepText(key, writeDraft({ ...held, note: noted?.note ?? null, noteFrom: noted?.from ?? null }));
  }, [key, version, slotIds, store, note]);

  const write = useCallback(() => {
    timer.current ??= setTimeout(writeNow, WRITE_AFTER_MS);
  }, [writeNow]);

  const put = useCallback(
    (text: string | null) => {
      const draft = readDraft(text);
      if (!draft) return null;
      store.merge(draft.changes);
      if (draft.note !== null) note.restore({ note: draft.note, from: draft.noteFrom ?? "" });
      return draft;
    },
    [store, note],
  );

  const begun = useRef("");
  useEffect(() => {
    if (begun.current === key) return; // later versions come from saving here
    begun.current = key;
    const held = put(readText(key));
    if (held)
      queueMicrotask(() => setRestored({ at: held.at, stale: held.version !== version, seen: held.seen }));
  }, [key, put, version]);

  useEffect(() => store.onAny(write), [store, write]);
  useEffect(() => {
    const flush = () => timer.current && writeNow();
    const follow = (event: StorageEvent) => event.key === key && put(event.newValue);
    window.addEventListener("pagehide", flush);
    window.addEventListener("storage", follow);
    return () => {
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("storage", follow);
    };
  }, [key, put, writeNow]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRestored(null);
    removeText(key);
  }, [key]);
  return { restored, write, forget };
}
