import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import { GENEVA } from "#lib/kernel/zone";
import { listCountries } from "#lib/people/domain/country";
import type { PersonEntry } from "#lib/people/domain/person";

/** Fields of who somebody is, without the address. */
export function PersonFields({ person }: { person?: PersonEntry }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const countries = listCountries(locale).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <TextField name="name" label={t("name")} defaultValue={person?.name} autoComplete="off" required />
      <TextField
        name="honorific"
        label={t("honorific")}
        hint={t("honorificHint")}
        defaultValue={person?.honorific ?? ""}
        autoComplete="off"
      />
      <TextField
        name="entity"
        label={t("entity")}
        hint={t("entityHint")}
        defaultValue={person?.entity}
        autoComplete="off"
      />
      <SelectField
        name="country"
        label={t("country")}
        defaultValue={person?.country ?? ""}
        options={[{ value: "", label: t("noCountry") }, ...countries]}
      />
      <ZoneField
        name="timeZone"
        label={t("zone")}
        hint={t("zoneHint")}
        defaultValue={person?.timeZone ?? GENEVA}
        required
      />
    </>
  );
}
