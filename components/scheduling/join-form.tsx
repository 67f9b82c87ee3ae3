"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { ActionForm } from "#components/ui/action-form";
import { browserZone } from "#components/ui/browser-zone";
import { type Option, RadioGroup, SelectField, TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  token: string;
  sides: readonly Option[];
  countries: readonly Option[];
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What somebody who came by the general link says of themselves. */
export function JoinForm({ token, sides, countries, action }: Props) {
  const t = useTranslations("scheduling.joining");
  return (
    <ActionForm action={action} submit={t("submit")} hidden={{ token }}>
      <TextField name="name" label={t("name")} autoComplete="name" required />
      <TextField
        name="entity"
        label={t("entity")}
        hint={t("entityHint")}
        autoComplete="organization"
        required
      />
      <SelectField
        name="country"
        label={t("country")}
        defaultValue=""
        options={[{ value: "", label: t("noCountry") }, ...countries]}
      />
      <RadioGroup name="sideId" label={t("side")} options={sides} required />
      <OwnZone />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="email"
        required
      />
    </ActionForm>
  );
}

/** The browser's own zone to begin with, once it can be asked. */
function OwnZone() {
  const t = useTranslations("scheduling.joining");
  const zone = useSyncExternalStore(never, browserZone, () => "");
  return (
    <ZoneField
      key={zone}
      name="timeZone"
      label={t("zone")}
      hint={t("zoneHint")}
      defaultValue={zone}
      required
    />
  );
}

const never = () => () => undefined;
