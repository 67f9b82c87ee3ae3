import { useTranslations } from "next-intl";
import { TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import type { Day } from "#lib/kernel/day";

/** A deadline as a day and a time on the clock of a zone; `day` is proposed. */
export function DeadlineFields({ timeZone, day }: { timeZone: string; day?: Day }) {
  const t = useTranslations("scheduling.deadline");
  return (
    <fieldset className="grid gap-4 sm:grid-cols-3">
      <legend className="mb-2 font-semibold">{t("legend")}</legend>
      <TextField name="day" label={t("day")} type="date" defaultValue={day} required />
      <TextField name="clock" label={t("time")} type="time" defaultValue="17:00" required />
      <ZoneField name="timeZone" label={t("zone")} defaultValue={timeZone} required />
    </fieldset>
  );
}
