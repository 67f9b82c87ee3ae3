"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { ActionForm } from "#components/ui/action-form";
import { classes } from "#components/ui/classes";
import { CheckboxField } from "#components/ui/fields";
import { FindingNote } from "#components/ui/finding-note";
import type { LetterForm } from "#lib/liaison/domain/form-of-letter";
import { markWords } from "#lib/liaison/domain/marked-text";
import type { Review } from "#lib/liaison/domain/review";
import type { ActionState } from "#lib/web/action-state";
import { LetterFields } from "./letter-fields";
import { MarkedLetter } from "./marked-letter";
import { SeriesFields } from "./series-fields";

type Props = {
  review: Review;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

type Desk = { form: LetterForm; lit: string | null; light: (field: string | null) => void };

const EMPTY: LetterForm = { values: {}, quotes: [], findings: {}, proposes: false };
const DeskContext = createContext<Desk>({ form: EMPTY, lit: null, light: () => undefined });

/** The letter on the left with the words that were understood, the form on the right; each lights the other. */
export function LetterReview({ review, action }: Props) {
  const t = useTranslations("liaison.review");
  const [lit, light] = useState<string | null>(null);
  const { form, text, fileName, namesakes } = review;
  const pieces = useMemo(() => markWords(text, form.quotes), [text, form.quotes]);
  const general = form.findings[""] ?? [];
  return (
    <DeskContext value={{ form, lit, light }}>
      <div className="grid gap-8 lg:grid-cols-2">
        <section
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

function focusField(field: string): void {
  document.getElementsByName(field)[0]?.focus();
}

/** The first value of a field, and what to say of it: the words it was taken from, or that the letter has none. */
export function useTaken(name: string): { value: string; hint: string } {
  const t = useTranslations("liaison.review");
  const { form } = useContext(DeskContext);
  const value = form.values[name] ?? "";
  const quote = form.quotes.find(({ field }) => field === name)?.text.replace(/\s+/g, " ");
  if (quote)
    return { value, hint: t("taken", { words: quote.length > 90 ? `${quote.slice(0, 90)}…` : quote }) };
  return { value, hint: value === "" ? t("notSaid") : t("suggested") };
}

/** Ties a field to its words in the letter, and shows under it what was found amiss. */
export function Taken({ name, children }: { name: string; children: ReactNode }) {
  const { form, lit, light } = useContext(DeskContext);
  const findings = form.findings[name] ?? [];
  return (
    <div
      data-lit={lit === name || undefined}
      className={classes("grid gap-2 border-s-4 ps-3", lit === name ? "border-warn" : "border-transparent")}
      onFocus={() => light(name)}
      onBlur={() => light(null)}
      onPointerEnter={() => light(name)}
      onPointerLeave={() => light(null)}
    >
      {children}
      {findings.map((finding, at) => (
        <FindingNote key={at} finding={finding} />
      ))}
    </div>
  );
}
