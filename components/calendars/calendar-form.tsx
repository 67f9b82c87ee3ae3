"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { type Option, RadioGroup, SelectField, TextField } from "#components/ui/fields";
import { type Calendar, CALENDAR_KINDS, EFFECTS } from "#lib/calendars/domain/calendar";
import type { ActionState } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type AddProps = { groups: readonly Option[]; countries: readonly Option[]; action: Action };

/** Begins a calendar: its kind, of which group or country, and what a clash does. */
export function AddCalendarForm({ groups, countries, action }: AddProps) {
  const t = useTranslations("calendars");
  const kinds = CALENDAR_KINDS.filter((kind) => kind !== "group" || groups.length > 0);
  return (
    <ActionForm action={action} submit={t("addSubmit")}>
      <RadioGroup
        name="kind"
        label={t("kind")}
        options={kinds.map((value) => ({ value, label: t(`kindOf.${value}`) }))}
        required
      />
      <TextField name="title" label={t("name")} hint={t("nameHint")} maxLength={200} dir="auto" required />
      {groups.length > 0 && (
        <SelectField
          name="groupId"
          label={t("group")}
          hint={t("groupHint")}
          options={[{ value: "", label: t("noGroup") }, ...groups]}
        />
      )}
      <SelectField
        name="country"
        label={t("country")}
        hint={t("countryHint")}
        options={[{ value: "", label: t("noCountry") }, ...countries]}
      />
      <EffectField />
    </ActionForm>
  );
}

/** Title and effect of a calendar that is there. */
export function EditCalendarForm({ calendar, action }: { calendar: Calendar; action: Action }) {
  const t = useTranslations("calendars");
  return (
    <ActionForm
      action={action}
      submit={t("save")}
      hidden={{ calendarId: calendar.id, version: calendar.version }}
    >
      <TextField
        name="title"
        label={t("name")}
        defaultValue={calendar.title}
        maxLength={200}
        dir="auto"
        required
      />
      <EffectField effect={calendar.effect} />
    </ActionForm>
  );
}

function EffectField({ effect = "warn" }: { effect?: Calendar["effect"] }) {
  const t = useTranslations("calendars");
  return (
    <RadioGroup
      name="effect"
      label={t("effect")}
      hint={t("effectHint")}
      defaultValue={effect}
      options={EFFECTS.map((value) => ({ value, label: t(`effects.${value}`) }))}
      required
    />
  );
}
