"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { keepText, readText, removeText } from "#components/ui/browser-storage";
import type { StagedSlot } from "#lib/scheduling/domain/generate-slots";
import { type OfferDraft, readOfferDraft, writeOfferDraft } from "#lib/scheduling/domain/offer-draft";

type Kept = { readonly slots: readonly StagedSlot[]; readonly reason: string };

/**
 * Keeps slots that are not offered yet, and the reason for those that break a rule, in this browser; puts them back
 * once when the page opens. Gives when they were last changed, or null when nothing was put back.
 */
export function useOfferDraft(
  id: string,
  { slots, reason }: Kept,
  putBack: (draft: OfferDraft) => void,
): { readonly restoredAt: number | null; readonly forget: () => void } {
  const key = `liaise.offer.${id}`;
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const begun = useRef("");
  useEffect(() => {
    if (begun.current === key) return;
    begun.current = key;
    const held = readOfferDraft(readText(key), new Date());
    if (!held || held.slots.length === 0) return;
    queueMicrotask(() => {
      putBack(held);
      setRestoredAt(held.at);
    });
  }, [key, putBack]);

  const held = useRef("");
  useEffect(() => {
    const now = writeOfferDraft({ at: 0, reason, slots });
    const before = held.current;
    held.current = now;
    if (before === "" || before === now) return; // nothing was changed here yet
    if (slots.length === 0) removeText(key);
    else keepText(key, writeOfferDraft({ at: Date.now(), reason, slots }));
  }, [key, slots, reason]);

  const forget = useCallback(() => setRestoredAt(null), []);
  return { restoredAt, forget };
}
