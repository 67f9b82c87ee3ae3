import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea, TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  timeZone: string;
  primary: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Offers several slots at once: rows of day and time, or lines of text, in one zone and of one length. */
export function OfferSlots({ reference, timeZone, primary, action }: Props) {
  const t = useTranslations("scheduling.offer");
  return (
    <ActionForm
      action={action}
      submit={t("submit")}
      variant={primary ? "primary" : "secondary"}
      hidden={{ reference }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <ZoneField name="timeZone" label={t("zone")} hint={t("zoneHint")} defaultValue={timeZone} required />
        <TextField
          name="lengthMinutes"
          label={t("length")}
          hint={t("lengthHint")}
          type="number"
          min={15}
          max={480}
          defaultValue={120}
          required
        />
      </div>
      {[0, 1, 2, 3, 4].map((row) => (
        <fieldset key={row} className="grid gap-x-4 sm:grid-cols-2">
          <legend className="sr-only">{t("row", { row: row + 1 })}</legend>
          <TextField
            name={`day.${row}`}
            label={t("day", { row: row + 1 })}
            type="date"
            required={row === 0}
          />
          <TextField
            name={`clock.${row}`}
            label={t("time", { row: row + 1 })}
            type="time"
            required={row === 0}
          />
        </fieldset>
      ))}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("paste")}</summary>
        <TextArea name="lines" label={t("lines")} hint={t("linesHint")} rows={6} />
      </details>
    </ActionForm>
  );
}
