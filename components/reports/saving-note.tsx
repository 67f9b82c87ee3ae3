"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Tone } from "#components/ui/notice";
import { StateLabel } from "#components/ui/state-label";
import type { Saving } from "./report-session";

const TONES: Record<Saving["kind"], Tone> = {
  opening: "info",
  saved: "ok",
  saving: "info",
  offline: "warn",
  ended: "bad",
};

/** Says in words whether what was typed is kept, and where. */
export function SavingNote({ saving }: { saving: Saving }) {
  const sentence = useSavingSentence(saving);
  const spoken = useSettled(sentence);
  return (
    <>
      <span className="inline-block min-w-[9rem]" data-saving={saving.kind}>
        <StateLabel tone={TONES[saving.kind]}>{sentence}</StateLabel>
      </span>
      <span role="status" aria-live="polite" className="sr-only">
        {spoken}
      </span>
    </>
  );
}

function useSavingSentence(saving: Saving): string {
  const t = useTranslations("reports.saving");
  if (saving.kind === "offline") return t("offline", { count: saving.changes });
  if (saving.kind === "ended") return `${t(saving.reason)} ${t("kept", { count: saving.changes })}`;
  return t(saving.kind);
}

const QUIET_MS = 1_500;

/** The sentence once it has not changed for a while: a listener does not hear of every letter that is saved. */
function useSettled(sentence: string): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sentence), QUIET_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return settled;
}
