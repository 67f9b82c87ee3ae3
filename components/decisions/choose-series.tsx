"use client";

import { useTranslations } from "next-intl";
import { startTransition, type SubmitEvent, useActionState, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import { FindingNote } from "#components/ui/finding-note";
import { WordsNotice } from "#components/ui/words-notice";
import { addMinutes } from "#lib/kernel/interval";
import type { Target } from "#lib/rules/domain/check-target";
import type { RuleSet } from "#lib/rules/domain/rules";
import type { ZonePeople } from "#lib/rules/domain/zone-people";
import type { Aims } from "#lib/decisions/domain/aims";
import { aimsWords, checkAims } from "#lib/decisions/domain/check-aims";
import { checkSelection } from "#lib/scheduling/domain/findings";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "#components/scheduling/slot-offer";
import { type SlotRow, SlotRows } from "#components/scheduling/slot-rows";

/** A slot, with the names of those who are required and cannot attend. */
export type HandSlot = SlotRow & { readonly missing: readonly string[] };

type Props = {
  reference: string;
  slots: readonly HandSlot[];
  sides: readonly { readonly letter: string; readonly group: string }[];
  /** Those of the poll. */
  aims: Aims;
  timeZone: string;
  meetingCount: number;
  zones: readonly ZonePeople[];
  target: Target;
  /** The rules in force. */
  rules: RuleSet;
  /** Ids ticked at first. */
  chosen: readonly string[];
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The slots with a box each; what the rules say of those ticked together is worked out anew with every tick. */
export function ChooseSeries(props: Props) {
  const { reference, slots, meetingCount } = props;
  const t = useTranslations("decisions.choose");
  const [state, run, pending] = useActionState(props.action, IDLE);
  const typed = state.status === "refused" ? state.typed["slotIds"]?.split(" ") : undefined;
  const [chosen, setChosen] = useState<readonly string[]>(typed ?? props.chosen);
  const ticked = slots.filter(({ id }) => chosen.includes(id));

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // React would untick the boxes after the answer
    const form = new FormData(event.currentTarget);
    if (!pending) startTransition(() => run(form));
  };
  const box = (slot: SlotRow) => (
    <label className="flex min-h-11 min-w-11 items-center justify-center">
      <span className="sr-only">
        {t("box", { place: slots.findIndex(({ id }) => id === slot.id) + 1, count: slots.length })}
      </span>
      <input
        type="checkbox"
        name="slotIds[]"
        value={slot.id}
        checked={chosen.includes(slot.id)}
        onChange={({ target: { checked } }) =>
          setChosen(checked ? [...chosen, slot.id] : chosen.filter((id) => id !== slot.id))
        }
        className="size-5 accent-accent"
      />
    </label>
  );
  return (
    <form action={run} onSubmit={submit}>
      <input type="hidden" name="reference" value={reference} />
      <SlotRows {...props} lead={{ title: t("column"), cell: box }} />
      <Together
        slots={ticked}
        meetingCount={meetingCount}
        zones={props.zones}
        target={props.target}
        rules={props.rules}
        aims={props.aims}
        sides={props.sides}
      />
      <Reason typed={state.status === "refused" ? state.typed["reason"] : ""} />
      <Answer state={state} />
      <button aria-disabled={pending} className={buttonClasses("primary", "mt-4")}>
        {t("submit", { count: meetingCount })}
      </button>
    </form>
  );
}

function Reason({ typed }: { typed: string | undefined }) {
  const t = useTranslations("decisions.choose");
  return (
    <label className="mt-4 block max-w-measure">
      <span className="mb-1 block font-semibold">{t("reason")}</span>
      <textarea
        name="reason"
        rows={2}
        dir="auto"
        defaultValue={typed}
        className="w-full rounded-sm border border-control bg-surface px-3 py-2 text-ink"
      />
    </label>
  );
}

type TogetherProps = Pick<Props, "slots" | "meetingCount" | "zones" | "target" | "rules" | "aims" | "sides">;

/** What the rules say of the slots as a series (D5, D7). */
function Together({ slots, meetingCount, zones, target, rules, aims, sides }: TogetherProps) {
  const t = useTranslations("decisions.choose");
  const meetings = slots.map(({ id, startsAt, lengthMinutes, totals, missing }) => {
    const start = new Date(startsAt);
    return { id, start, end: addMinutes(start, lengthMinutes), sides: totals, missing };
  });
  const findings = checkSelection(meetings, { zones, target, rules });
  const groupOf = (letter: string) => sides.find((side) => side.letter === letter)?.group ?? letter;
  const missed = aimsWords(meetings, checkAims(meetings, aims), groupOf);
  return (
    <div role="region" aria-label={t("together")} className="mt-6">
      <p role="status" className="font-semibold">
        {t("count", { chosen: slots.length, count: meetingCount })}
      </p>
      <div className="mt-2 min-h-24 space-y-2">
        {findings.map((finding, index) => (
          <FindingNote key={index} finding={finding} />
        ))}
        <WordsNotice title={t("missed")} words={missed} />
        {slots.length > 0 && findings.length + missed.length === 0 && (
          <p className="text-ok">✓ {t("clean")}</p>
        )}
      </div>
    </div>
  );
}
