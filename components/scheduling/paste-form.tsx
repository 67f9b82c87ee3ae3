"use client";

import { useTranslations } from "next-intl";
import { startTransition, type SubmitEvent, useActionState, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import { dayIn, isTimeZone } from "#lib/kernel/zone";
import type { StagedSlot } from "#lib/scheduling/domain/generate-slots";
import { isCalendarText, type Pasted, readPastedSlots } from "#lib/scheduling/domain/pasted-slots";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Props = {
  reference: string;
  timeZone: string;
  now: Date;
  onRead: (slots: readonly StagedSlot[]) => void;
  /** Offers what is pasted at once: for browsers without scripts. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  readCalendar: (form: FormData) => Promise<ReadCalendar>;
};

/** What the server read in a calendar file, or why it could not. */
export type ReadCalendar = { readonly state: ActionState; readonly pasted: Pasted };

/** Reads slots from a pasted list, in whatever form somebody mailed it. */
export function PasteForm({ reference, timeZone, now, onRead, action, readCalendar }: Props) {
  const t = useTranslations("offering.paste");
  const [plain, run, pending] = useActionState(action, IDLE);
  const [read, setRead] = useState<ReadCalendar>({ state: IDLE, pasted: { slots: [], problems: [] } });
  const [busy, setBusy] = useState(false);
  const state = read.state.status === "refused" ? read.state : plain;
  const typed = plain.status === "refused" ? plain.typed : {};
  const keep = (next: ReadCalendar) => {
    setRead(next);
    onRead(next.pasted.slots);
  };
  const readThere = (form: FormData) => {
    setBusy(true);
    startTransition(async () => {
      keep(await readCalendar(form));
      setBusy(false);
    });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const pasted = readHere(form, now);
    if (pasted) keep({ state: DONE, pasted });
    else if (!busy) readThere(form);
  };
  return (
    <form action={run} onSubmit={submit} className="grid max-w-measure gap-4" aria-label={t("title")}>
      <input type="hidden" name="reference" value={reference} />
      <TextArea name="text" label={t("text")} hint={t("textHint")} rows={6} defaultValue={typed["text"]} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ZoneField name="timeZone" label={t("zone")} hint={t("zoneHint")} defaultValue={timeZone} required />
        <TextField
          name="lengthMinutes"
          label={t("lengthLabel")}
          hint={t("lengthHint")}
          type="number"
          min={15}
          max={480}
          defaultValue={120}
          required
        />
      </div>
      <CalendarFile />
      {read.state.status === "done" && <ReadBack read={read.pasted} />}
      {state.status === "refused" && <Answer state={state} />}
      <div>
        <button aria-disabled={busy || pending} className={buttonClasses("secondary")}>
          {busy ? t("reading") : t("submit")}
        </button>
      </div>
    </form>
  );
}

/** Lines of text are read in the browser; null for what the server has to read, or to refuse in words for the fields. */
function readHere(form: FormData, now: Date): Pasted | null {
  const text = String(form.get("text"));
  const timeZone = String(form.get("timeZone")).trim();
  const lengthMinutes = Number(form.get("lengthMinutes"));
  const file = form.get("file");
  const hasFile = file instanceof File && file.size > 0;
  const isWrong = !isTimeZone(timeZone) || !(lengthMinutes >= 15 && lengthMinutes <= 480);
  if (hasFile || isWrong || isCalendarText(text)) return null;
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return readPastedSlots(text, { timeZone, lengthMinutes, zones, today: dayIn(now, timeZone) });
}

const DONE: ActionState = { status: "done", message: "" };

/** A file instead of text. */
function CalendarFile() {
  const t = useTranslations("offering.paste");
  return (
    <div>
      <label htmlFor="paste-file" className="block font-semibold">
        {t("file")}
      </label>
      <p id="paste-file-hint" className="mb-1 text-sm text-muted">
        {t("fileHint")}
      </p>
      <input
        id="paste-file"
        type="file"
        name="file"
        accept=".ics,text/calendar"
        aria-describedby="paste-file-hint"
        className="min-h-11 max-w-full"
      />
    </div>
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
