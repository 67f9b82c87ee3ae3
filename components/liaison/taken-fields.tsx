"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextArea, TextField } from "#components/ui/fields";
import { Taken, useTaken } from "./taken";

type Shared = { name: string; label: string; required?: boolean; note?: string | undefined };

/** One line, filled from the letter. */
export function TakenLine({ name, label, required, note, type = "text" }: Shared & { type?: string }) {
  const { value, hint } = useTaken(name);
  return (
    <Taken name={name}>
      <TextField
        name={name}
        label={label}
        type={type}
        dir="auto"
        defaultValue={value}
        hint={note ? `${hint} ${note}` : hint}
        {...(required ? { required } : {})}
      />
    </Taken>
  );
}

/** Several lines, filled from the letter. */
export function TakenArea({ name, label, note, rows = 3 }: Shared & { rows?: number }) {
  const { value, hint } = useTaken(name);
  return (
    <Taken name={name}>
      <TextArea
        name={name}
        label={label}
        rows={rows}
        defaultValue={value}
        hint={note ? `${hint} ${note}` : hint}
      />
    </Taken>
  );
}

/** One of several, chosen from the letter; empty when it does not say. */
export function TakenChoice({
  name,
  label,
  required,
  options,
}: Shared & { options: Readonly<Record<string, string>> }) {
  const t = useTranslations("liaison.review");
  const { value, hint } = useTaken(name);
  const all = [
    { value: "", label: t("choose") },
    ...Object.entries(options).map(([key, text]) => ({ value: key, label: text })),
  ];
  return (
    <Taken name={name}>
      <SelectField
        name={name}
        label={label}
        defaultValue={value}
        hint={hint}
        options={all}
        {...(required ? { required } : {})}
      />
    </Taken>
  );
}
