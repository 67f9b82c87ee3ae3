"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, type SubmitEvent, useActionState, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import type { Answer as Given } from "#lib/scheduling/domain/packed-answers";
import { groupByDay, type SheetSlot } from "#lib/scheduling/domain/sheet";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { AnswerDay } from "./answer-day";
import { Answer } from "./slot-offer";

type Answers = Readonly<Partial<Record<string, Given>>>;

type Props = {
  /** What says who answers: the token of the link, or the reference of the series. */
  by: Readonly<Record<string, string>>;
  slots: readonly SheetSlot[];
  slotsVersion: number;
  version: number;
  answers: Answers;
  note: string;
  timeZone: string;
  /** When it was last saved, in words; empty before. */
  saved: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The slots day by day on the reader's clock, three answers each. Everything works before a script has loaded. */
export function AnswerSheet(props: Props) {
  const { slots, timeZone } = props;
  const t = useTranslations("scheduling.answer");
  const locale = useLocale();
  const [state, run, pending] = useActionState(props.action, IDLE);
  const [answers, setAnswers] = useState<Answers>(() => answersIn(state) ?? props.answers);
  const left = slots.filter(({ id }) => !answers[id]).length;

  const answer = (ids: readonly string[], given: Given) =>
    setAnswers((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, given])) }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // React would empty the form after the answer
    const form = new FormData(event.currentTarget);
    if (!pending) startTransition(() => run(form));
  };
  const note = state.status === "refused" ? state.typed["note"] : undefined;
  return (
    <form action={run} onSubmit={submit}>
      {Object.entries(props.by).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="slotsVersion" value={props.slotsVersion} />
      <input type="hidden" name="version" value={props.version} />
      <input type="hidden" name="seen" value={slots.map(({ id }) => id).join(" ")} />
      {groupByDay(slots, { timeZone, locale }).map((day) => (
        <AnswerDay key={day.day} day={day} answers={answers} onAnswer={answer} />
      ))}
      <label htmlFor="note" className="mt-6 block font-semibold">
        {t("note")}
      </label>
      <p id="note-hint" className="text-sm text-muted">
        {t("noteHint")}
      </p>
      <textarea
        id="note"
        name="note"
        aria-describedby="note-hint"
        rows={3}
        dir="auto"
        defaultValue={note ?? props.note}
        className="w-full max-w-measure rounded-sm border border-control bg-surface px-3 py-2"
      />
      <div className="sticky bottom-0 mt-4 flex flex-wrap items-center gap-x-4 border-t border-line bg-paper py-3">
        <button aria-disabled={pending} className={buttonClasses("primary")}>
          {pending ? t("saving") : t("save")}
        </button>
        <p role="status" className="text-muted">
          {t("left", { left })} {state.status === "idle" && props.saved}
        </p>
        <Answer state={state} />
      </div>
    </form>
  );
}

/** What was answered in a form that was refused before any script had loaded. */
function answersIn(state: ActionState): Answers | undefined {
  if (state.status !== "refused") return undefined;
  const given = Object.entries(state.typed).filter(([name]) => name.startsWith("answer."));
  return Object.fromEntries(given.map(([name, value]) => [name.slice("answer.".length), toGiven(value)]));
}

const toGiven = (value: string | undefined) =>
  value === "yes" || value === "if_need_be" || value === "no" ? value : undefined;
