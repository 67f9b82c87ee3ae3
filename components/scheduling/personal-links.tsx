"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button";
import { SideBadge } from "#components/ui/side-badge";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Props = {
  reference: string;
  people: readonly {
    readonly id: string;
    readonly name: string;
    readonly letter: string;
    readonly hasLink: boolean;
  }[];
  /** Whether the poll takes answers: only then is a new link of use. */
  open: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Everybody's personal link, to be withdrawn or sent anew by a co-chair. */
export function PersonalLinks({ reference, people, open, action }: Props) {
  const t = useTranslations("scheduling.asked");
  const [state, run, pending] = useActionState(action, IDLE);
  const button = (id: string, what: "renew" | "revoke") => (
    <button name="link" value={`${what} ${id}`} aria-disabled={pending} className={buttonClasses("quiet")}>
      {t(what)}
    </button>
  );
  return (
    <form action={run} className="mt-2">
      <input type="hidden" name="reference" value={reference} />
      <ul>
        {people.map(({ id, name, letter, hasLink }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-t border-line">
            <SideBadge letter={letter} /> <span className="min-w-40">{name}</span>
            <span className="text-muted">{t(hasLink ? "hasLink" : "noLink")}</span>
            {open && button(id, "renew")}
            {hasLink && button(id, "revoke")}
          </li>
        ))}
      </ul>
      <Answer state={state} />
    </form>
  );
}
