"use client";

import type { ReactNode } from "react";
import { useActionFormState } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";

type Props = { isAsked: boolean; label: ReactNode; hint: ReactNode };

/** Asks why these dates are taken: when the page knows that it must, or once an answer of the form said so. */
export function ReasonIfAsked({ isAsked, label, hint }: Props) {
  const state = useActionFormState();
  const isMissing = state.status === "refused" && state.fields["reason"] !== undefined;
  if (!isAsked && !isMissing) return null;
  return <TextArea name="reason" label={label} hint={hint} required rows={2} />;
}
