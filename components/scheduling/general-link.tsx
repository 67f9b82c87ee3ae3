"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Props = {
  reference: string;
  exists: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The link for a mailing list: made, told once, withdrawn. */
export function GeneralLink({ reference, exists, action }: Props) {
  const t = useTranslations("scheduling.general");
  const [state, run, pending] = useActionState(action, IDLE);
  const button = (what: "make" | "withdraw") => (
    <button name="do" value={what} aria-disabled={pending} className={buttonClasses("secondary")}>
      {t(what)}
    </button>
  );
  return (
    <form action={run} className="grid max-w-measure gap-3 py-2 [&_p]:wrap-anywhere">
      <input type="hidden" name="reference" value={reference} />
      <p>{t("lead")}</p>
      <p className="text-muted">{t(exists ? "exists" : "none")}</p>
      <Answer state={state} />
      <div className="flex flex-wrap gap-3">
        {button("make")}
        {exists && button("withdraw")}
      </div>
    </form>
  );
}
