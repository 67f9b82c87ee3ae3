"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { classes } from "#components/ui/classes";
import { FindingNote } from "#components/ui/finding-note";
import type { LetterForm } from "#lib/liaison/domain/form-of-letter";

type Desk = { form: LetterForm; lit: string | null; light: (field: string | null) => void };

const EMPTY: LetterForm = { values: {}, quotes: [], findings: {}, proposes: false };

/** The form being reviewed, and the field whose words are lit. */
export const DeskContext = createContext<Desk>({ form: EMPTY, lit: null, light: () => undefined });

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
