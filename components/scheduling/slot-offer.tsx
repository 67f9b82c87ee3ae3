"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { SlotMoment, type SlotRow, SlotRows } from "./slot-rows";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  reference: string;
  slots: readonly SlotRow[];
  withdrawn: readonly Omit<SlotRow, "totals" | "findings">[];
  timeZone: string;
  actions: { readonly withdraw: Action; readonly restore: Action };
};

/** The slots on offer, each with a button that takes it off; below, what was taken off and can come back. */
export function SlotOffer({ reference, slots, withdrawn, timeZone, actions }: Props) {
  const t = useTranslations("scheduling.slots");
  const [taken, withdraw, taking] = useActionState(actions.withdraw, IDLE);
  const [given, restore, giving] = useActionState(actions.restore, IDLE);
  const button = (slot: { id: string }, words: string) => (
    <button name="slotId" value={slot.id} aria-disabled={taking || giving} className={buttonClasses("quiet")}>
      {words}
    </button>
  );
  return (
    <>
      <form action={withdraw}>
        <input type="hidden" name="reference" value={reference} />
        <SlotRows
          {...{ slots, timeZone }}
          lead={{ title: t("change"), cell: (slot) => button(slot, t("withdraw")) }}
        />
        <Answer state={taken} />
      </form>
      {withdrawn.length > 0 && (
        <form action={restore} className="mt-4">
          <input type="hidden" name="reference" value={reference} />
          <h3 className="font-semibold">{t("withdrawn")}</h3>
          <ul className="mt-2 space-y-2">
            {withdrawn.map((slot) => (
              <li key={slot.id} className="flex flex-wrap items-center gap-3 text-muted">
                <SlotMoment slot={slot} timeZone={timeZone} />
                {button(slot, t("restore"))}
              </li>
            ))}
          </ul>
          <Answer state={given} />
        </form>
      )}
    </>
  );
}

/** What an action answered, told to screen readers too. */
export function Answer({ state }: { state: ActionState }) {
  return (
    <div role={state.status === "refused" ? "alert" : "status"} className="mt-3 empty:hidden">
      {state.status !== "idle" && (
        <Notice tone={state.status === "done" ? "ok" : "bad"}>{state.message}</Notice>
      )}
    </div>
  );
}
