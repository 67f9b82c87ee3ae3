"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { buttonClasses } from "#components/ui/button";
import type { SheetView } from "#lib/scheduling/domain/sheet-settings";
import type { AnswerStore, Answers } from "./answer-store";
import { SHAPES } from "./shapes";

type Props = {
  store: AnswerStore;
  ids: readonly string[];
  likeBefore: Answers;
  view: SheetView;
  painting: boolean;
  onPainting: (on: boolean) => void;
  onView: (view: SheetView) => void;
};

/** What answers many slots with one press, and how the sheet is shown. */
export function SheetTools({ store, ids, likeBefore, view, painting, onPainting, onView }: Props) {
  const t = useTranslations("answering.tools");
  const answer = useTranslations("answering");
  const { left, canUndo } = useSyncExternalStore(store.onAny, store.summary, store.summary);
  const rest = () => ids.filter((id) => store.given(id) === null);
  return (
    <div className="sheet-tools">
      <span role="group" aria-label={t("restGroup")} className="flex items-center">
        <span className="me-1 text-muted">{t("rest", { left })}</span>
        {SHAPES.map(([value, shape]) => (
          <button
            key={value}
            type="button"
            aria-disabled={left === 0}
            onClick={() => store.set(rest(), value)}
            className={buttonClasses("quiet", "no-underline")}
          >
            <span aria-hidden="true">{shape}</span> {answer(value)}
          </button>
        ))}
      </span>
      {Object.keys(likeBefore).length > 0 && (
        <button type="button" onClick={() => store.merge(likeBefore)} className={buttonClasses("quiet")}>
          {t("likeBefore")}
        </button>
      )}
      <button
        type="button"
        aria-disabled={!canUndo}
        onClick={() => store.undo()}
        className={buttonClasses("quiet")}
      >
        {t("undo")}
      </button>
      <label className="sheet-switch">
        <input
          type="checkbox"
          role="switch"
          checked={painting}
          onChange={(event) => onPainting(event.currentTarget.checked)}
        />
        {t("paint")}
      </label>
      <button
        type="button"
        onClick={() => onView(view === "grid" ? "list" : "grid")}
        className={buttonClasses("secondary", "my-1")}
      >
        <span className="sheet-to-list">
          <span aria-hidden="true">☰</span> {t("asList")}
        </span>
        <span className="sheet-to-grid">
          <span aria-hidden="true">▦</span> {t("asGrid")}
        </span>
      </button>
    </div>
  );
}
