"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField } from "#components/ui/fields";
import { FindingNote } from "#components/ui/finding-note";
import { markWords } from "#lib/liaison/domain/marked-text";
import type { Review } from "#lib/liaison/domain/review";
import type { ActionState } from "#lib/web/action-state";
import { LetterFields } from "./letter-fields";
import { MarkedLetter } from "./marked-letter";
import { SeriesFields } from "./series-fields";
import { DeskContext } from "./taken";

type Props = {
  review: Review;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The letter on the left with the words that were understood, the form on the right; each lights the other. */
export function LetterReview({ review, action }: Props) {
  const t = useTranslations("liaison.review");
  const [lit, light] = useState<string | null>(null);
  const { form, text, fileName, namesakes } = review;
  const pieces = useMemo(() => markWords(text, form.quotes), [text, form.quotes]);
  const general = form.findings[""] ?? [];
  const pane = useRef<HTMLElement>(null);
  useEffect(() => scrollToLit(pane.current), [lit]);
  return (
    <DeskContext value={{ form, lit, light }}>
      <div className="grid gap-8 lg:grid-cols-2">
        <section
          ref={pane}
          aria-label={t("letter")}
          tabIndex={0}
          className="max-h-[60vh] overflow-y-auto border-y border-line py-4 pe-4 lg:sticky lg:top-4 lg:max-h-[90vh]"
        >
          <MarkedLetter pieces={pieces} lit={lit} onPoint={light} onChoose={focusField} />
        </section>
        <section aria-label={t("form")}>
          <p className="mb-6 max-w-measure text-muted">{t("lead")}</p>
          <ActionForm
            action={action}
            submit={t("submit")}
            hidden={{ text, fileName: fileName ?? "" }}
            className="grid max-w-measure gap-5"
          >
            {general.map((finding, at) => (
              <FindingNote key={at} finding={finding} />
            ))}
            <LetterFields />
            <CheckboxField
              name="proposes"
              label={t("proposes")}
              hint={form.proposes ? t("proposesHint") : t("proposesNotHint")}
              defaultChecked={form.proposes}
            />
            <details open={form.proposes} className="border-t border-line pt-4">
              <summary className="cursor-pointer text-lg font-semibold">{t("series")}</summary>
              <SeriesFields namesakes={namesakes} />
            </details>
          </ActionForm>
        </section>
      </div>
    </DeskContext>
  );
}

/** Scrolls the letter alone, and only when the lit words are out of its view. */
function scrollToLit(pane: HTMLElement | null): void {
  const words = pane?.querySelector("mark[data-lit]")?.getBoundingClientRect();
  if (!pane || !words) return;
  const frame = pane.getBoundingClientRect();
  if (words.top >= frame.top && words.bottom <= frame.bottom) return;
  pane.scrollTop += words.top - frame.top - frame.height / 3;
}

function focusField(field: string): void {
  document.getElementsByName(field)[0]?.focus();
}
