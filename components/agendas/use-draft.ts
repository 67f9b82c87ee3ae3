"use client";

import { useEffect, useMemo } from "react";
import type { Agenda } from "#lib/agendas/domain/agenda";
import { type Draft, type DraftItem, parseDraft, saysTheSame, toDraftItems } from "#lib/agendas/domain/draft";
import { keepText, readText, useKeptText } from "./draft-store";

/** The agenda in an editor: what was saved, or the changes of this browser on top of it. */
export type AgendaDraft = {
  readonly items: readonly DraftItem[];
  /** Null when there is nothing to save. */
  readonly draft: Draft | null;
  readonly change: (items: readonly DraftItem[]) => void;
  /** Puts the changes on top of the agenda that is saved now. */
  readonly rebase: () => void;
  readonly drop: () => void;
  /** Forgets what was saved; what was typed while it was saved stays. */
  readonly settle: (sent: Draft) => void;
};

/** Keeps the changes under `key` until they are saved or dropped, and warns who leaves with unsaved ones. */
export function useDraft(key: string, agenda: Agenda): AgendaDraft {
  const text = useKeptText(key);
  const draft = useMemo(() => parseDraft(text), [text]);
  const saved = useMemo(() => toDraftItems(agenda), [agenda]);
  useLeaveWarning(draft !== null);

  const keep = (next: Draft) => keepText(key, JSON.stringify(next));
  return {
    items: draft?.items ?? saved,
    draft,
    change: (items) => {
      const baseVersion = draft?.baseVersion ?? agenda.version;
      if (baseVersion === agenda.version && saysTheSame(items, agenda)) keepText(key, null);
      else keep({ baseVersion, items });
    },
    rebase: () => draft && keep({ ...draft, baseVersion: agenda.version }),
    drop: () => keepText(key, null),
    settle: (sent) => {
      const now = parseDraft(readText(key));
      if (!now || now.baseVersion !== sent.baseVersion) return;
      if (JSON.stringify(now) === JSON.stringify(sent)) keepText(key, null);
      else keep({ ...now, baseVersion: sent.baseVersion + 1 });
    },
  };
}

function useLeaveWarning(isOn: boolean) {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isOn]);
}
