"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useActionState, useState } from "react";
import { Button, buttonClasses } from "#components/ui/button";
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

/** A file input with a wide frame: browsers take a file that is dropped onto it. */
function ChooseFile() {
  const t = useTranslations("liaison.desk");
  const [refused, setRefused] = useState<string | null>(null);
  const check = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    const isTooLarge = file !== undefined && file.size > MOST_BYTES;
    if (isTooLarge) event.target.value = "";
    setRefused(isTooLarge ? file.name : null);
  };
  return (
    <div>
      <label htmlFor="letter-file" className="mb-1 block font-semibold">
        {t("file")}
      </label>
      <p id="letter-file-hint" className="mb-1 text-sm text-muted">
        {t("fileHint")}
      </p>
      <input
        id="letter-file"
        type="file"
        name="file"
        accept=".docx,.txt,.eml,text/plain,message/rfc822,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-describedby="letter-file-hint letter-file-error"
        onChange={check}
        className="w-full cursor-pointer rounded-sm border-2 border-dashed border-control bg-surface px-4 py-8 text-ink"
      />
      <div id="letter-file-error" role="alert" className="mt-2 empty:hidden">
        {refused !== null && <Notice tone="bad">{t("fileTooLarge", { name: refused })}</Notice>}
      </div>
    </div>
  );
}
