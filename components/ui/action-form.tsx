"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { buttonClasses, type ButtonVariant } from "./button";
import { Notice } from "./notice";

const State = createContext<ActionState>(IDLE);

/** What the surrounding {@link ActionForm} was answered. */
export const useActionFormState = () => useContext(State);

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  /** Words of the one submit button. */
  submit: ReactNode;
  variant?: ButtonVariant;
  /** Values that go along unseen, such as an id or a version. */
  hidden?: Readonly<Record<string, string | number>>;
  className?: string;
  children?: ReactNode;
};

/**
 * A form over a server action. Fields inside find their own error and what was typed; the answer stands
 * above the button. It works before any script has loaded.
 */
export function ActionForm({ action, submit, variant = "primary", hidden = {}, className, children }: Props) {
  const [state, run, pending] = useActionState(action, IDLE);
  const t = useTranslations("ui");
  return (
    <form action={run} className={className ?? "grid max-w-measure gap-4"} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <State value={state}>{children}</State>
      <Answer state={state} />
      <div>
        <button
          type="submit"
          aria-disabled={pending}
          onClick={(event) => pending && event.preventDefault()}
          className={buttonClasses(variant)}
        >
          {pending ? t("saving") : submit}
        </button>
      </div>
    </form>
  );
}

function Answer({ state }: { state: ActionState }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "refused") box.current?.focus();
  }, [state]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role={state.status === "refused" ? "alert" : "status"}
      className="empty:hidden"
    >
      {state.status !== "idle" && (
        <Notice tone={state.status === "done" ? "ok" : "bad"}>{state.message}</Notice>
      )}
    </div>
  );
}
