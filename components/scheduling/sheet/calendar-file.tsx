"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { FileField } from "#components/ui/file-field";
import type { SheetSlot } from "#lib/scheduling/domain/sheet";
import type { AnswerStore } from "./answer-store";
import type { BusyAnswer, BusyQuestion } from "./busy-worker";

type Props = { slots: readonly SheetSlot[]; home: string; store: AnswerStore };

const LONGEST_MS = 5_000;
const LARGEST_BYTES = 20_000_000;

type Outcome =
  | { readonly key: "idle" | "reading" | "unreadable" | "tooLarge" }
  | { readonly key: "done"; readonly slots: number; readonly entries: number };

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
    setOutcome({ key: "done", slots: Object.keys(found.answers).length, entries: found.entries });
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
        <p role="status">{outcome.key !== "idle" && words(outcome, t)}</p>
      </div>
    </details>
  );
}

function words(outcome: Outcome, t: ReturnType<typeof useTranslations<"answering.calendar">>): string {
  if (outcome.key === "done") return t("done", { slots: outcome.slots, entries: outcome.entries });
  return outcome.key === "idle" ? "" : t(outcome.key);
}

/** Asks a thread of its own, which ends with the answer or when its time is over. */
function ask(question: BusyQuestion): Promise<BusyAnswer> {
  return new Promise((resolve) => {
    // No module: the bundler's loader of threads uses importScripts, which modules lack.
    const worker = new Worker(new URL("./busy-worker.tsx", import.meta.url));
    const end = (answer: BusyAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), LONGEST_MS);
    worker.addEventListener("message", (event: MessageEvent<BusyAnswer>) => end(event.data));
    worker.addEventListener("error", () => end(null));
    worker.postMessage(question);
  });
}
