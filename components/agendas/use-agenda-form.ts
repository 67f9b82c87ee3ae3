"use client";

import { useActionState, useLayoutEffect, useRef } from "react";
import type { Agenda } from "#lib/agendas/domain/agenda";
import { type Draft, type DraftItem, toSentItems } from "#lib/agendas/domain/draft";
import { type ActionState, IDLE } from "#lib/web/action-state";
import type { ItemErrors } from "./agenda-item-row";
import { useDraft } from "./use-draft";

export type SaveAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** What the server said, and to which changes it said so. */
type Answer = { readonly state: ActionState; readonly sent: Draft | null };

type Where = { readonly reference: string; readonly sequence: number; readonly readerId: string };

/** The changes of one editor and their way to the server. */
export function useAgendaForm(agenda: Agenda, { reference, sequence, readerId }: Where, save: SaveAction) {
  const draft = useDraft(`liaise.agenda.${readerId}.${reference}.${sequence}`, agenda);
  const { items } = draft;
  const sent: Draft = draft.draft ?? { baseVersion: agenda.version, items };
  const [answer, run, isSaving] = useActionState(
    async (): Promise<Answer> => {
      const form = new FormData();
      form.set("reference", reference);
      form.set("sequence", String(sequence));
      form.set("version", String(sent.baseVersion));
      form.set("items", JSON.stringify(toSentItems(sent.items)));
      return { state: await save(IDLE, form), sent };
    },
    { state: IDLE, sent: null },
  );
  useSettled(answer, draft.settle);
  return {
    ...draft,
    run,
    isSaving,
    answer: answer.state,
    // Right after a save the page still waits for the new version: that is no conflict.
    isStale:
      draft.draft !== null && draft.draft.baseVersion !== agenda.version && answer.state.status !== "done",
    errorsOf: (key: string) => errorsOf(answer, key),
  };
}

/** Forgets the changes once they are saved, before the eye sees the new page with the old changes on it. */
function useSettled(answer: Answer, settle: (sent: Draft) => void) {
  const latest = useRef(settle);
  useLayoutEffect(() => {
    latest.current = settle;
  });
  useLayoutEffect(() => {
    if (answer.state.status === "done" && answer.sent) latest.current(answer.sent);
  }, [answer]);
}

/** What is wrong with one item: the server counts items, the editor may have moved them since. */
function errorsOf({ state, sent }: Answer, key: string): ItemErrors {
  if (state.status !== "refused" || !sent) return {};
  const index = sent.items.findIndex((item) => item.key === key);
  const found: Partial<Record<keyof DraftItem, string[]>> = {};
  for (const [path, words] of Object.entries(state.fields)) {
    const [, place, name] = path.split(".");
    if (Number(place) === index && isField(name)) (found[name] ??= []).push(...(words ?? []));
  }
  return found;
}

const FIELDS = ["title", "owner", "minutes", "documents", "expectedOutcome"] as const;
const isField = (name: string | undefined): name is (typeof FIELDS)[number] =>
  FIELDS.some((field) => field === name);
