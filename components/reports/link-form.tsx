"use client";

import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button";
import { safeLink } from "#lib/word/domain/safe-text";

/** Asks for the address of a link; an empty one takes the link away. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations("reports.editor");
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const before: unknown = editor.getAttributes("link").href;

  function set(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("address") ?? "").trim();
    const href = safeLink(typed) ?? safeLink(`https://${typed}`);
    if (typed !== "" && !href) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href && typed !== "") chain.setLink({ href }).run();
    else chain.unsetLink().run();
    onDone();
  }

  return (
    <form onSubmit={set} className="mt-2 flex flex-wrap items-end gap-2" noValidate>
      <div className="grow">
        <label htmlFor={id} className="block text-sm font-semibold">
          {t("address")}
        </label>
        <input
          id={id}
          name="address"
          type="url"
          defaultValue={typeof before === "string" ? before : ""}
          autoFocus
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          className="min-h-11 w-full border border-control bg-surface px-2"
        />
        {isWrong && (
          <p id={`${id}-wrong`} role="alert" className="text-sm text-bad">
            {t("addressWrong")}
          </p>
        )}
      </div>
      <Button type="submit">{t("setLink")}</Button>
      <Button variant="quiet" onClick={onDone}>
        {t("cancel")}
      </Button>
    </form>
  );
}
