"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { FileField } from "#components/ui/file-field";
import type { BusyAnswers, BusyQuestion, BusyReply } from "#lib/scheduling/domain/busy";
import type { SheetSlot } from "#lib/scheduling/domain/sheet";
import type { AnswerStore } from "./answer-store";

type Props = { slots: readonly SheetSlot[]; home: string; store: AnswerStore };

const LONGEST_MS = 5_000;
const LARGEST_BYTES = 20_000_000;
/** Lines that are named of those passed over. */
const MOST_LINES = 5;

type Outcome =
  | { readonly key: "idle" | "reading" | "unreadable" | "tooLarge" }
  | { readonly key: "done"; readonly found: BusyAnswers };

/**
 * Fills in answers from a calendar file. It is read in this browser, in a thread that is stopped when it takes too
 * long: only answers ever leave.
 */
export function CalendarFile({ slots, home, store }: Props) {
  const t = useTranslations("answering.calendar");
  const [outcome, setOutcome] = useState<Outcome>({ key: "idle" });
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST_BYTES) return setOutcome({ key: "tooLarge" });
    setOutcome({ key: "reading" });
    const found = await ask({ file, slots, home });
    if (!found) return setOutcome({ key: "unreadable" });
    store.merge(found.answers);
    setOutcome({ key: "done", found });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <details className="sheet-calendar mt-2" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
        {t("title")}
      </summary>
      <div className="max-w-measure py-2">
        <FileField
          label={t("choose")}
          hint={t("hint")}
          accept=".ics,text/calendar"
          onFile={({ files }) => void take(files?.[0])}
        />
        <p role="status">{words(outcome, t)}</p>
      </div>
    </details>
  );
}

function words(outcome: Outcome, t: ReturnType<typeof useTranslations<"answering.calendar">>): string {
  if (outcome.key !== "done") return outcome.key === "idle" ? "" : t(outcome.key);
  const { answers, entries, passedOver } = outcome.found;
  const { lines, zones } = passedOver;
  const shown = lines.slice(0, MOST_LINES).join(", ");
  return [
    t("done", { slots: Object.keys(answers).length, entries }),
    lines.length > 0 &&
      t("passedOver", { count: lines.length, lines: shown, more: Math.max(0, lines.length - MOST_LINES) }),
    zones.length > 0 && t("unknownZones", { count: zones.length, zones: zones.join(", ") }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Asks a thread of its own, which ends with the answer or when its time is over. */
function ask(question: BusyQuestion): Promise<BusyReply> {
  return new Promise((resolve) => {
    // No module: the bundler's loader of threads uses importScripts, which modules lack.
    const worker = new Worker(new URL("../../../lib/scheduling/worker.ts", import.meta.url));
    const end = (answer: BusyReply) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), LONGEST_MS);
    worker.addEventListener("message", (event: MessageEvent<BusyReply>) => end(event.data));
    worker.addEventListener("error", () => end(null));
    worker.postMessage(question);
  });
}
