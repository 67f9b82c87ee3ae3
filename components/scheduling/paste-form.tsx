"use client";

import { useTranslations } from "next-intl";
import { startTransition, type SubmitEvent, useActionState, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import { dayIn, isTimeZone } from "#lib/kernel/zone";
import type { StagedSlot } from "#lib/scheduling/domain/generate-slots";
import { type Pasted, readPastedSlots } from "#lib/scheduling/domain/pasted-slots";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Props = {
  reference: string;
  timeZone: string;
  now: Date;
  onRead: (slots: readonly StagedSlot[]) => void;
  /** Offers what is pasted at once: for browsers without scripts. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Reads slots from a pasted list, in whatever form somebody mailed it. */
export function PasteForm({ reference, timeZone, now, onRead, action }: Props) {
  const t = useTranslations("offering.paste");
  const [state, run] = useActionState(action, IDLE);
  const [read, setRead] = useState<Pasted | null>(null);
  const typed = state.status === "refused" ? state.typed : {};
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const zone = String(form.get("timeZone")).trim();
    const lengthMinutes = Number(form.get("lengthMinutes"));
    event.preventDefault();
    if (!isTimeZone(zone) || !(lengthMinutes >= 15 && lengthMinutes <= 480)) {
      startTransition(() => run(form)); // the server says what is wrong with the fields
      return;
    }
    const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
    const pasted = readPastedSlots(String(form.get("text")), {
      ...{ timeZone: zone, lengthMinutes, zones },
      today: dayIn(now, zone),
    });
    setRead(pasted);
    onRead(pasted.slots);
  };
  return (
    <form action={run} onSubmit={submit} className="grid max-w-measure gap-4" aria-label={t("title")}>
      <input type="hidden" name="reference" value={reference} />
      <TextArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        rows={6}
        defaultValue={typed["text"]}
        required
      />
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
      {read && <ReadBack read={read} />}
      <Answer state={state} />
      <div>
        <button className={buttonClasses("secondary")}>{t("submit")}</button>
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
