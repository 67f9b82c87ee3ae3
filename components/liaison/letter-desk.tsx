"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Button, buttonClasses } from "#components/ui/button";
import { FileField } from "#components/ui/file-field";
import { Notice } from "#components/ui/notice";
import type { ReadState } from "#lib/liaison/domain/review";
import type { ActionState } from "#lib/web/action-state";
import { LetterReview } from "./letter-review";

type Props = {
  readAction: (previous: ReadState, form: FormData) => Promise<ReadState>;
  recordAction: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

const MOST_BYTES = 10 * 1024 * 1024;

/** From a pasted text or a file to the review of what it says, and back to the text when it was the wrong one. */
export function LetterDesk({ readAction, recordAction }: Props) {
  const t = useTranslations("liaison.desk");
  const [state, read, pending] = useActionState(readAction, { status: "idle" });
  const [putBack, setPutBack] = useState<ReadState | null>(null);
  if (state.status === "read" && putBack !== state) {
    return (
      <>
        <p className="no-print mb-6">
          <Button variant="quiet" onClick={() => setPutBack(state)}>
            {t("back")}
          </Button>
        </p>
        <LetterReview review={state.review} action={recordAction} />
      </>
    );
  }
  return (
    <form action={read} className="grid gap-6" noValidate>
      <Paste text={textOf(state)} />
      <ChooseFile />
      <div role="alert" className="empty:hidden">
        {state.status === "refused" && <Notice tone="bad">{state.message}</Notice>}
      </div>
      <div>
        <button type="submit" aria-disabled={pending} className={buttonClasses("primary")}>
          {pending ? t("reading") : t("read")}
        </button>
      </div>
    </form>
  );
}

function textOf(state: ReadState): string {
  if (state.status === "refused") return state.text;
  return state.status === "read" && state.review.fileName === null ? state.review.text : "";
}

function Paste({ text }: { text: string }) {
  const t = useTranslations("liaison.desk");
  return (
    <div>
      <label htmlFor="letter-text" className="mb-1 block font-semibold">
        {t("paste")}
      </label>
      <p id="letter-text-hint" className="mb-1 text-sm text-muted">
        {t("pasteHint")}
      </p>
      <textarea
        id="letter-text"
        name="text"
        rows={16}
        dir="auto"
        defaultValue={text}
        aria-describedby="letter-text-hint"
        className="w-full rounded-sm border border-control bg-surface px-3 py-2 font-serif text-ink"
      />
    </div>
  );
}

const ACCEPTED =
  ".docx,.txt,.eml,text/plain,message/rfc822,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A letter as a file; one that is too large is refused before it travels. */
function ChooseFile() {
  const t = useTranslations("liaison.desk");
  const [refused, setRefused] = useState<string | null>(null);
  const check = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    const isTooLarge = file !== undefined && file.size > MOST_BYTES;
    if (isTooLarge) input.value = "";
    setRefused(isTooLarge ? file.name : null);
  };
  return (
    <FileField name="file" label={t("file")} hint={t("fileHint")} accept={ACCEPTED} onFile={check}>
      {refused !== null && <Notice tone="bad">{t("fileTooLarge", { name: refused })}</Notice>}
    </FileField>
  );
}
