"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button, buttonClasses } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Agenda } from "#lib/agendas/domain/agenda";
import { dateParts } from "#lib/kernel/moment";
import { clockIn, GENEVA } from "#lib/kernel/zone";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  agenda: Agenda;
  isDirty: boolean;
  isSaving: boolean;
  isStale: boolean;
  answer: ActionState;
  onDrop: () => void;
};

/** The state of the agenda in words, and the one button that saves it; always in view. */
export function SaveBar({ agenda, isDirty, isSaving, isStale, answer, onDrop }: Props) {
  const t = useTranslations("agendas");
  const ui = useTranslations("ui");
  const isNew = agenda.version === 0;
  return (
    <div className="sticky bottom-0 mt-6 border-t border-line bg-paper py-3">
      <Refusal answer={answer} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status">
          {isSaving ? ui("saving") : isDirty ? t("unsaved") : <SavedState agenda={agenda} />}
        </p>
        <div className="flex flex-wrap gap-2">
          {isDirty && !isSaving && (
            <Button variant="quiet" onClick={onDrop}>
              {t("drop")}
            </Button>
          )}
          <button
            type="submit"
            aria-disabled={isSaving || isStale || (!isDirty && !isNew) || undefined}
            onClick={(event) => (isSaving || isStale || (!isDirty && !isNew)) && event.preventDefault()}
            className={buttonClasses("primary")}
          >
            {t("save")}
          </button>
        </div>
      </div>
    </div>
  );
}

function SavedState({ agenda: { saved } }: Pick<Props, "agenda">) {
  const t = useTranslations("agendas");
  const moment = useTranslations("moment");
  const locale = useLocale();
  if (!saved) return t("neverSaved");
  const { day, month } = dateParts(saved.at, GENEVA, locale);
  const time = moment("geneva", { time: clockIn(saved.at, GENEVA) });
  return t("savedBy", { name: saved.by, date: moment("shortDate", { day, month }), time });
}

function Refusal({ answer }: Pick<Props, "answer">) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer.status === "refused") box.current?.focus();
  }, [answer]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mb-2 empty:hidden">
      {answer.status === "refused" && (
        <Notice tone="bad">
          {answer.message} {ofWhole(answer)}
        </Notice>
      )}
    </div>
  );
}

/** Words about the agenda as a whole, such as that it is empty; those of single items stand at the item. */
function ofWhole(answer: Extract<ActionState, { status: "refused" }>): string {
  return (answer.fields.items ?? []).join(" ");
}
