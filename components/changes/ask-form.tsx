import { useTranslations } from "next-intl";
import { DeadlineFields } from "#components/scheduling/deadline-fields";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField, TextField } from "#components/ui/fields";
import { Moment } from "#components/ui/moment";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { ActionState } from "#lib/web/action-state";
import type { FreeTime } from "./change-form";

/** How many rows there are to write other times into. */
const ROWS = [1, 2, 3, 4] as const;

type Props = {
  reference: string;
  timeZone: string;
  meeting: Pick<Meeting, "sequence" | "start" | "end" | "version">;
  freeSlots: readonly FreeTime[];
  groups: readonly string[];
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** A few other times for a meeting, ticked or written, and until when people answer. */
export function AskForm({ reference, timeZone, meeting, freeSlots, groups, action }: Props) {
  const t = useTranslations("changes.poll");
  const able = useTranslations("changes.form");
  const minutes = (meeting.end.getTime() - meeting.start.getTime()) / 60_000;
  return (
    <ActionForm
      action={action}
      submit={t("submit")}
      variant="secondary"
      hidden={{ reference, sequence: meeting.sequence, version: meeting.version }}
    >
      <p>{t("askLead")}</p>
      {freeSlots.length > 0 && (
        <fieldset>
          <legend className="font-semibold">{t("again")}</legend>
          <p className="text-sm text-muted">{t("againHint")}</p>
          {freeSlots.map(({ id, start, end, sides }) => (
            <CheckboxField
              key={id}
              name={`slot.${id}`}
              label={
                <>
                  <Moment start={start} end={end} timeZone={timeZone} compact />
                  <span className="block text-muted">
                    {sides
                      .map((side, at) => able("able", { group: groups[at] ?? "", able: side.able }))
                      .join(" · ")}
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
      )}
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">{t("times")}</legend>
        {ROWS.map((number) => (
          <div key={number} className="grid grid-cols-2 gap-4">
            <TextField name={`day${number}`} type="date" label={t("day", { number })} />
            <TextField name={`clock${number}`} type="time" label={t("clock", { number })} />
          </div>
        ))}
        <TextField
          name="lengthMinutes"
          type="number"
          min={15}
          max={480}
          label={t("length")}
          defaultValue={minutes}
          required
        />
      </fieldset>
      <DeadlineFields timeZone={timeZone} />
    </ActionForm>
  );
}
