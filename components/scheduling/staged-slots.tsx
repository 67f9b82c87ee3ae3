"use client";

import { useTranslations } from "next-intl";
import { startTransition, type SubmitEvent, useActionState, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import { classes } from "#components/ui/classes";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { FindingLines } from "./finding-lines";
import { Answer } from "./slot-offer";
import { type CheckedSlot, keyOfStaged, toWish } from "./staged";
import type { useOfferDraft } from "./use-offer-draft";

type Props = {
  reference: string;
  timeZone: string;
  staged: readonly CheckedSlot[];
  room: number;
  /** How many of them overlap with a slot on offer. */
  overlapping: number;
  remove: (slots: readonly CheckedSlot[]) => void;
  /** Why those that break a rule are offered all the same. */
  reason: string;
  onReason: (reason: string) => void;
  draft: ReturnType<typeof useOfferDraft>;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Rows that are shown before somebody asks for all. */
const FIRST_ROWS = 40;

/** The slots that are ready, each with what the rules say, and the one button that offers them. */
export function StagedSlots(props: Props) {
  const { reference, timeZone, staged, room, overlapping, remove, action, reason, draft } = props;
  const t = useTranslations("offering.staged");
  const [state, run, pending] = useActionState(action, IDLE);
  const broken = staged.filter(({ isBroken }) => isBroken).length;
  const isWaived = reason.trim() !== "";
  const going = isWaived ? staged : staged.filter(({ isBroken }) => !isBroken);
  const clear = () => (remove(staged), draft.forget());
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // React would empty the reason after a refusal
    const form = new FormData(event.currentTarget);
    if (!pending) startTransition(() => run(form));
  };
  return (
    <Section title={t("title", { count: staged.length })} lead={staged.length === 0 ? t("none") : t("lead")}>
      {staged.length > 0 && <PutBack {...{ timeZone }} at={draft.restoredAt} discard={clear} />}
      <form action={run} onSubmit={submit}>
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="slots" value={JSON.stringify(going.map(toWish))} />
        <Rows {...{ staged, timeZone, remove, isWaived }} />
        {broken > 0 && <Reason count={broken} value={reason} onChange={props.onReason} />}
        {overlapping > 0 && <p className="mt-3 text-muted">{t("overlapping", { count: overlapping })}</p>}
        {going.length > room && <p className="mt-3 font-semibold text-bad">✕ {t("tooMany", { room })}</p>}
        <Answer state={state} />
        {staged.length > 0 && (
          <Buttons {...{ pending, count: going.length, against: isWaived ? broken : 0 }} clear={clear} />
        )}
      </form>
    </Section>
  );
}

type PutBackProps = { at: number | null; timeZone: string; discard: () => void };

/** What was made before and not offered. */
function PutBack({ at, timeZone, discard }: PutBackProps) {
  const t = useTranslations("offering.staged");
  if (at === null) return null;
  const when = () => <Moment start={new Date(at)} timeZone={timeZone} />;
  return (
    <div role="status" className="mb-4">
      <Notice tone="info">
        {t.rich("putBack", { when })}{" "}
        <button type="button" onClick={discard} className={buttonClasses("quiet")}>
          {t("discard")}
        </button>
      </Notice>
    </div>
  );
}

type RowsProps = Pick<Props, "staged" | "timeZone" | "remove"> & { isWaived: boolean };

function Rows({ staged, timeZone, remove, isWaived }: RowsProps) {
  const t = useTranslations("offering.staged");
  const [all, setAll] = useState(false);
  return (
    <>
      <ol className="border-b border-line" aria-label={t("list")}>
        {staged.slice(0, all ? staged.length : FIRST_ROWS).map((slot) => (
          <StagedRow key={keyOfStaged(slot)} {...{ slot, timeZone, remove }} waived={isWaived} />
        ))}
      </ol>
      {!all && staged.length > FIRST_ROWS && (
        <button type="button" onClick={() => setAll(true)} className={buttonClasses("quiet")}>
          {t("showAll", { count: staged.length })}
        </button>
      )}
    </>
  );
}

type ButtonsProps = { pending: boolean; count: number; against: number; clear: () => void };

function Buttons({ pending, count, against, clear }: ButtonsProps) {
  const t = useTranslations("offering.staged");
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <button aria-disabled={pending || count === 0} className={buttonClasses("primary")}>
        {t("submit", { count, against })}
      </button>
      <button type="button" onClick={clear} className={buttonClasses("quiet")}>
        {t("clear")}
      </button>
      <p className="w-full text-sm text-muted">{t("kept")}</p>
    </div>
  );
}

type ReasonProps = { count: number; value: string; onChange: (value: string) => void };

/** Why slots are offered that break a rule. Empty leaves them out. */
function Reason({ count, value, onChange }: ReasonProps) {
  const t = useTranslations("offering.staged");
  return (
    <div className="mt-4 max-w-measure">
      <label htmlFor="waive-reason" className="block font-semibold">
        {t("reason", { count })}
      </label>
      <p id="waive-hint" className="mb-1 text-sm text-muted">
        {t("reasonHint")}
      </p>
      <textarea
        id="waive-reason"
        name="reason"
        rows={2}
        dir="auto"
        maxLength={2_000}
        aria-describedby="waive-hint"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="w-full rounded-sm border border-control bg-surface px-3 py-2"
      />
    </div>
  );
}

type RowProps = Pick<Props, "timeZone" | "remove"> & { slot: CheckedSlot; waived: boolean };

function StagedRow({ slot, timeZone, waived, remove }: RowProps) {
  const t = useTranslations("offering.staged");
  const left = slot.isBroken && !waived;
  return (
    <li
      className={classes(
        "grid gap-x-6 gap-y-1 border-t border-line py-2 sm:grid-cols-[minmax(15rem,auto)_1fr_auto]",
        left && "bg-shade text-muted",
      )}
    >
      <div className={classes(left && "line-through decoration-1")}>
        <Moment start={slot.start} end={slot.end} timeZone={timeZone} compact />
      </div>
      <div>
        {slot.isBroken && (
          <p className="text-sm font-semibold text-bad">
            <span aria-hidden="true">✕ </span>
            {t(waived ? "waived" : "left")}
          </p>
        )}
        {slot.findings.length > 0 ? (
          <FindingLines findings={slot.findings} />
        ) : (
          <span className="text-sm text-ok">✓ {t("clean")}</span>
        )}
      </div>
      <button
        type="button"
        onClick={() => remove([slot])}
        aria-label={t("removeThis", { day: slot.day, clock: slot.clock })}
        className={buttonClasses("quiet")}
      >
        {t("remove")}
      </button>
    </li>
  );
}
