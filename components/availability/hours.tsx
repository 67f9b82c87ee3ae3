import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField, RadioGroup, TextField } from "#components/ui/fields";
import type { UsualHours } from "#lib/availability/domain/availability";
import { clockOfMinute } from "#lib/availability/domain/span";
import type { ActionState } from "#lib/web/action-state";
import { WEEKDAYS } from "./engagements";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = { hours: UsualHours | null; set: Action; clear: Action };

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** The hours one usually works, and what they say to slots inside and outside. */
export function Hours({ hours, set, clear }: Props) {
  const t = useTranslations("availability.hours");
  const days = useTranslations("availability.weekday");
  const weekdays = hours?.weekdays ?? WORKING_DAYS;
  return (
    <div key={JSON.stringify(hours)}>
      <ActionForm action={set} submit={t("save")} variant="secondary">
        <TextField
          name="fromClock"
          type="time"
          label={t("from")}
          defaultValue={clockOfMinute(hours?.fromMinute ?? 8 * 60)}
          required
        />
        <TextField
          name="toClock"
          type="time"
          label={t("to")}
          defaultValue={clockOfMinute(hours?.toMinute ?? 18 * 60)}
          required
        />
        <fieldset>
          <legend className="mb-1 font-semibold">{t("days")}</legend>
          <div className="flex flex-wrap gap-x-6">
            {WEEKDAYS.map((day) => (
              <CheckboxField
                key={day}
                name="weekdays[]"
                value={String(day)}
                label={days(`${day}`)}
                defaultChecked={weekdays.includes(day)}
              />
            ))}
          </div>
        </fieldset>
        <RadioGroup
          name="outside"
          label={t("outside")}
          defaultValue={hours?.outside ?? "if_need_be"}
          options={(["no", "if_need_be", "yes"] as const).map((value) => ({
            value,
            label: t(`answer.${value}`),
          }))}
          required
        />
        <RadioGroup
          name="inside"
          label={t("inside")}
          defaultValue={hours?.inside ?? "none"}
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
