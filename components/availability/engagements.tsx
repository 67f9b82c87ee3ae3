import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { RadioGroup, SelectField, TextField } from "#components/ui/fields";
import { Moment } from "#components/ui/moment";
import { ZoneField } from "#components/ui/zone-field";
import type { Availability, Engagement } from "#lib/availability/domain/availability";
import { clockOfMinute } from "#lib/kernel/hours";
import type { ActionState } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  engagements: Availability["engagements"];
  timeZone: string;
  actions: { readonly once: Action; readonly weekly: Action; readonly remove: Action };
};

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** When one cannot attend or would rather not, and the forms for more. */
export function Engagements({ engagements, timeZone, actions }: Props) {
  const t = useTranslations("availability.engagements");
  const days = useTranslations("availability.weekday");
  return (
    <>
      {engagements.length > 0 && (
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {engagements.map((engagement) => (
            <li key={engagement.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                <b>{t(`kind.${engagement.kind}`)}</b>
                {engagement.title && ` · ${engagement.title}`} ·{" "}
                <When engagement={engagement} timeZone={timeZone} />
              </span>
              <ActionForm
                action={actions.remove}
                submit={t("remove")}
                variant="quiet"
                hidden={{ id: engagement.id }}
                className=""
              />
            </li>
          ))}
        </ul>
      )}
      <div key={engagements.length} className="grid gap-8 md:grid-cols-2">
        <div>
          <h3 className="mb-3 text-lg font-semibold">{t("weekly")}</h3>
          <ActionForm action={actions.weekly} submit={t("add")} variant="secondary">
            <Kind />
            <SelectField
              name="weekday"
              label={t("weekday")}
              options={WEEKDAYS.map((day) => ({ value: String(day), label: days(`${day}`) }))}
              required
            />
            <TextField name="fromClock" type="time" label={t("fromClock")} required />
            <TextField name="toClock" type="time" label={t("toClock")} hint={t("midnight")} required />
          </ActionForm>
        </div>
        <div>
          <h3 className="mb-3 text-lg font-semibold">{t("once")}</h3>
          <ActionForm action={actions.once} submit={t("add")} variant="secondary">
            <Kind />
            <TextField name="fromDay" type="date" label={t("fromDay")} required />
            <TextField name="fromClock" type="time" label={t("fromClock")} defaultValue="00:00" required />
            <TextField name="toDay" type="date" label={t("toDay")} required />
            <TextField name="toClock" type="time" label={t("toClock")} defaultValue="23:59" required />
            <ZoneField name="timeZone" label={t("zone")} defaultValue={timeZone} required />
          </ActionForm>
        </div>
      </div>
    </>
  );
}

function Kind() {
  const t = useTranslations("availability.engagements");
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("which")}
        defaultValue="hard"
        options={(["hard", "soft"] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        required
      />
      <TextField name="title" label={t("title")} hint={t("titleHint")} maxLength={100} />
    </>
  );
}

function When({ engagement, timeZone }: { engagement: Engagement; timeZone: string }) {
  const t = useTranslations("availability.engagements");
  const days = useTranslations("availability.weekday");
  if (engagement.every === "once")
    return <Moment start={engagement.start} end={engagement.end} timeZone={timeZone} />;
  const { weekday, fromMinute, toMinute } = engagement;
  const day = WEEKDAYS.find((each) => each === weekday) ?? 1;
  return t("every", { day: days(`${day}`), from: clockOfMinute(fromMinute), to: clockOfMinute(toMinute) });
}
