"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/fields";
import { FileOrText } from "#components/ui/file-or-text";
import { Notice } from "#components/ui/notice";
import { ZoneField } from "#components/ui/zone-field";
import type { Day } from "#lib/kernel/day";
import { type EditionChanges, EditionDifferenceView } from "./edition-difference";

/** How far an import has come. The text that was read comes back, so that nobody has to choose the file again. */
export type ImportState = {
  /** Counts the answers: fields take their values from the newest. */
  readonly turn: number;
  readonly text: string;
  readonly source: string;
  readonly asOf: Day;
  readonly floatingZone: string;
  readonly preview: (EditionChanges & { readonly fingerprint: string }) | null;
  readonly message: { readonly tone: "ok" | "bad"; readonly text: string } | null;
};

type Props = {
  calendarId: string;
  today: Day;
  /** The reader's zone. */
  timeZone: string;
  action: (previous: ImportState, form: FormData) => Promise<ImportState>;
};

/** A file with its source and as-of day: first what it would change, then importing exactly that. */
export function ImportEdition({ calendarId, today, timeZone, action }: Props) {
  const t = useTranslations("calendars");
  const start = { turn: 0, text: "", source: "", asOf: today, floatingZone: timeZone };
  const [state, run, pending] = useActionState(action, { ...start, preview: null, message: null });
  const { preview } = state;
  return (
    <form action={run} className="grid gap-6">
      <input type="hidden" name="calendarId" value={calendarId} />
      <FileFields state={state} today={today} />
      <div role={state.message?.tone === "bad" ? "alert" : "status"} className="max-w-measure empty:hidden">
        {state.message && <Notice tone={state.message.tone}>{state.message.text}</Notice>}
      </div>
      {preview && (
        <EditionDifferenceView changes={preview} floatingZone={state.floatingZone} timeZone={timeZone} />
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          name="step"
          value="preview"
          variant={preview ? "secondary" : "primary"}
          aria-disabled={pending}
        >
          {t("import.preview")}
        </Button>
        {preview && (
          <>
            <input type="hidden" name="fingerprint" value={preview.fingerprint} />
            <Button type="submit" name="step" value="import" variant="primary" aria-disabled={pending}>
              {t("import.submit", { count: preview.entries })}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

function FileFields({ state, today }: { state: ImportState; today: Day }) {
  const t = useTranslations("calendars");
  return (
    <div key={state.turn} className="grid max-w-measure gap-4">
      <FileOrText
        file={{
          label: t("import.file"),
          hint: t("import.fileHint"),
          accept: ".ics,.csv,text/calendar,text/csv,text/plain",
        }}
        text={{ name: "text", label: t("import.text"), rows: 6, value: state.text }}
      />
      <TextField
        name="source"
        label={t("source")}
        hint={t("import.sourceHint")}
        defaultValue={state.source}
        maxLength={300}
        required
      />
      <TextField
        name="asOf"
        type="date"
        label={t("asOf")}
        hint={t("import.asOfHint")}
        defaultValue={state.asOf}
        max={today}
        required
      />
      <ZoneField
        name="floatingZone"
        label={t("import.floatingZone")}
        hint={t("import.floatingHint")}
        defaultValue={state.floatingZone}
        required
      />
    </div>
  );
}
