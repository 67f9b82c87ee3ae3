"use client";

import { useTranslations } from "next-intl";
import { useActionFormState } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import { WordsNotice } from "#components/ui/words-notice";
import type { Words } from "#lib/kernel/words";

/** What the aims of the poll ask for and a new time does not keep; nothing when it keeps all. */
export function Missed({ missed }: { missed: readonly Words[] }) {
  const t = useTranslations("changes.poll");
  return <WordsNotice title={t("missed")} words={missed} />;
}

/** Why a time is put forward that misses something; shown where it does, and where the server found that it does. */
export function AimsReason({ missed }: { missed: readonly Words[] }) {
  const t = useTranslations("changes.form");
  const state = useActionFormState();
  const isAskedFor = state.status === "refused" && state.fields["aimsReason"] !== undefined;
  if (missed.length === 0 && !isAskedFor) return null;
  return <TextArea name="aimsReason" label={t("aimsReason")} hint={t("aimsReasonHint")} required rows={2} />;
}
