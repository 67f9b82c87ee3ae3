"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Entry = {
  readonly id: string;
  readonly name: string;
  readonly entity: string;
  readonly state: "none" | "part" | "all";
};

type Props = {
  reference: string;
  doubles: readonly { readonly reason: "address" | "name"; readonly entries: readonly [Entry, Entry] }[];
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Pairs of entries that look like one person; each button says which entry stays. */
export function DoubleEntries({ reference, doubles, action }: Props) {
  const t = useTranslations("scheduling.inviting.doubles");
  const states = useTranslations("scheduling.inviting.state");
  const [state, run, pending] = useActionState(action, IDLE);
  const keep = (kept: Entry, other: Entry) => (
    <li key={kept.id} className="flex flex-wrap items-center gap-x-3">
      <span className="min-w-40">
        {kept.name} <span className="text-muted">{kept.entity}</span>
      </span>
      <span className="text-muted">{states(kept.state)}</span>
      <button
        name="pair"
        value={`${kept.id} ${other.id}`}
        aria-disabled={pending}
        className={buttonClasses("quiet")}
      >
        {t("keep")} <span className="sr-only">{kept.name}</span>
      </button>
    </li>
  );
  return (
    <form action={run}>
      <input type="hidden" name="reference" value={reference} />
      {doubles.map(({ reason, entries: [first, second] }) => (
        <div key={`${first.id} ${second.id}`} className="border-t border-line py-2">
          <p>{t(`reason.${reason}`)}</p>
          <ul>
            {keep(first, second)}
            {keep(second, first)}
          </ul>
        </div>
      ))}
      <Answer state={state} />
    </form>
  );
}
