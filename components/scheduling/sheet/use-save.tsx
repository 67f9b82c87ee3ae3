"use client";

import { type SubmitEvent, useCallback, useEffect, useState, useTransition } from "react";
import { type ActionState, IDLE } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** The id of the form on the page. */
export const FORM_ID = "answer-sheet";

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends the form. Where the server cannot be reached it tries again, sooner when the connection comes back; what is
 * filled in by then goes along. `onSaved` gets the form that was kept; `first` is the answer to a form that was sent
 * before scripts ran.
 */
export function useSave(action: Action, first: ActionState, onSaved: (form: FormData) => void) {
  const [later, setLater] = useState<ActionState | null>(null);
  const [failures, setFailures] = useState(0);
  const [saving, start] = useTransition();
  const save = useCallback(() => {
    const form = document.querySelector<HTMLFormElement>(`#${FORM_ID}`);
    if (!form) return;
    const filled = new FormData(form);
    start(async () => {
      try {
        const answer = await action(IDLE, filled);
        setFailures(0);
        setLater(answer);
        if (answer.status === "done") onSaved(filled);
      } catch {
        setFailures((before) => before + 1); // no answer: the connection, or the server behind it
      }
    });
  }, [action, onSaved]);

  useEffect(() => {
    if (failures === 0) return undefined;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    const timer = setTimeout(save, wait);
    window.addEventListener("online", save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", save);
    };
  }, [failures, save]);

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // React would empty the form after the answer
    if (!saving) save();
  };
  return { onSubmit, saving, lost: failures > 0, state: later ?? first };
}
