"use client";

import { useTranslations } from "next-intl";
import { startTransition, type SubmitEvent } from "react";
import { buttonClasses } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/fields";
import { FileField } from "#components/ui/file-field";
import { ZoneField } from "#components/ui/zone-field";
import type { Pasted } from "#lib/scheduling/domain/pasted-slots";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Props = {
  reference: string;
  timeZone: string;
  state: PastedState;
  read: (form: FormData) => void;
  pending: boolean;
};

/** What was read of a pasted list or a calendar file, or why it could not be, with what was typed by field. */
export type PastedState = {
  readonly answer: ActionState;
  readonly pasted: Pasted;
  readonly typed: Readonly<Partial<Record<string, string>>>;
};

export const NOTHING_READ: PastedState = { answer: IDLE, pasted: { slots: [], problems: [] }, typed: {} };

/** Reads slots from a pasted list, in whatever form somebody mailed it, or from a calendar file. */
export function PasteForm({ reference, timeZone, state, read, pending }: Props) {
  const t = useTranslations("offering.paste");
  const { answer, pasted, typed } = state;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // React would empty the form
    const form = new FormData(event.currentTarget);
    if (!pending) startTransition(() => read(form));
  };
  return (
    <form action={read} onSubmit={submit} className="grid max-w-measure gap-4" aria-label={t("title")}>
      <input type="hidden" name="reference" value={reference} />
      <TextArea name="text" label={t("text")} hint={t("textHint")} rows={6} defaultValue={typed["text"]} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ZoneField
          name="timeZone"
          label={t("zone")}
          hint={t("zoneHint")}
          defaultValue={typed["timeZone"] ?? timeZone}
          required
        />
        <TextField
          name="lengthMinutes"
          label={t("lengthLabel")}
          hint={t("lengthHint")}
          type="number"
          min={15}
          max={480}
          defaultValue={typed["lengthMinutes"] ?? 120}
          required
        />
      </div>
      <FileField name="file" label={t("file")} hint={t("fileHint")} accept=".ics,text/calendar" />
      {answer.status === "done" && <ReadBack read={pasted} />}
      {answer.status === "refused" && <Answer state={answer} />}
      <div>
        <button aria-disabled={pending} className={buttonClasses("secondary")}>
          {pending ? t("reading") : t("submit")}
        </button>
      </div>
    </form>
  );
}

/** How much was understood, and each line that was not, with the reason. */
function ReadBack({ read }: { read: Pasted }) {
  const t = useTranslations();
  return (
    <div role="status">
      <p>{t("offering.paste.read", { count: read.slots.length, problems: read.problems.length })}</p>
      <ul className="mt-2 space-y-1">
        {read.problems.map(({ line, text, words }) => (
          <li key={line} className="text-bad">
            <span aria-hidden="true">✕ </span>
            {t("offering.paste.problem", { line, text })} {t(words.key, words.values)}
          </li>
        ))}
      </ul>
    </div>
  );
}
