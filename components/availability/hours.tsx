import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField, RadioGroup, TextField } from "#components/ui/fields";
import type { UsualHours } from "#lib/availability/domain/availability";
import { clockOfMinute } from "#lib/kernel/hours";
import type { ActionState } from "#lib/web/action-state";
import { WEEKDAYS } from "./engagements";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = { hours: UsualHours | null; set: Action; clear: Action };

/** What the form shows before anything was set. */
const USUAL: UsualHours = {
  ...{ fromMinute: 8 * 60, toMinute: 18 * 60, weekdays: [1, 2, 3, 4, 5] },
  ...{ outside: "if_need_be", inside: "none" },
};

/** The hours one usually works, and what they say to slots inside and outside. */
export function Hours({ hours, set, clear }: Props) {
  const t = useTranslations("availability.hours");
  const shown = hours ?? USUAL;
  return (
    <div key={JSON.stringify(hours)}>
      <ActionForm action={set} submit={t("save")} variant="secondary">
        <TextField
          name="fromClock"
          type="time"
          label={t("from")}
          defaultValue={clockOfMinute(shown.fromMinute)}
          required
        />
        <TextField
          name="toClock"
          type="time"
          label={t("to")}
          defaultValue={clockOfMinute(shown.toMinute)}
          required
        />
        <Weekdays chosen={shown.weekdays} />
        <RadioGroup
          name="outside"
          label={t("outside")}
          defaultValue={shown.outside}
          options={(["no", "if_need_be", "yes"] as const).map((value) => ({
            value,
            label: t(`answer.${value}`),
          }))}
          required
        />
        <RadioGroup
          name="inside"
          label={t("inside")}
          defaultValue={shown.inside}
          options={(["yes", "none"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
          required
        />
      </ActionForm>
      {hours && (
        <ActionForm action={clear} submit={t("clear")} variant="quiet" className="mt-2">
          {null}
        </ActionForm>
      )}
    </div>
  );
}

function Weekdays({ chosen }: { chosen: readonly number[] }) {
  const t = useTranslations("availability");
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t("hours.days")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {WEEKDAYS.map((day) => (
          <CheckboxField
            key={day}
            name="weekdays[]"
            value={String(day)}
            label={t(`weekday.${day}`)}
            defaultChecked={chosen.includes(day)}
          />
        ))}
      </div>
    </fieldset>
  );
}
