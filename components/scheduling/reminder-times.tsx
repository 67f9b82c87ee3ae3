"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ActionForm } from "#components/ui/action-form";
import { buttonClasses } from "#components/ui/button";
import { TextField } from "#components/ui/fields";
import { Moment } from "#components/ui/moment";
import { ZoneField } from "#components/ui/zone-field";
import { fieldsOfPoll, type PollKey } from "#lib/scheduling/domain/which-poll";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  poll: PollKey;
  timeZone: string;
  remindAt: readonly Date[];
  /** Stands in the form to begin with, so that one press is enough. */
  proposedDay: string;
  actions: { readonly add: Action; readonly remove: Action };
};

/** When people are reminded: the times set, and one more. */
export function ReminderTimes({ poll, timeZone, remindAt, proposedDay, actions }: Props) {
  const t = useTranslations("scheduling.reminding");
  const [state, remove, pending] = useActionState(actions.remove, IDLE);
  return (
    <>
      {remindAt.length === 0 && <p className="mb-4">{t("none")}</p>}
      <form action={remove}>
        {Object.entries(fieldsOfPoll(poll)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ul>
          {remindAt.map((at) => (
            <li key={at.toISOString()} className="flex flex-wrap items-center gap-3 border-t border-line">
              <Moment start={at} timeZone={timeZone} />
              <button
                name="at"
                value={at.toISOString()}
                aria-disabled={pending}
                className={buttonClasses("quiet")}
              >
                {t("remove")}
              </button>
            </li>
          ))}
        </ul>
        <Answer state={state} />
      </form>
      <div className="mt-4">
        <ActionForm
          key={remindAt.length}
          action={actions.add}
          submit={t("add")}
          variant="secondary"
          hidden={fieldsOfPoll(poll)}
        >
          <fieldset className="grid gap-4 sm:grid-cols-3">
            <legend className="mb-2 font-semibold">{t("legend")}</legend>
            <TextField name="day" label={t("day")} type="date" defaultValue={proposedDay} required />
            <TextField name="clock" label={t("time")} type="time" defaultValue="10:00" required />
            <ZoneField name="timeZone" label={t("zone")} defaultValue={timeZone} required />
          </fieldset>
        </ActionForm>
      </div>
    </>
  );
}
