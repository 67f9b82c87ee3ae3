import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import type { FormAction } from "./form-action";

type Props = { seriesId: string; present: FormAction | null; submit: FormAction | null };

/** What can be done with the report now, by those who may: put it to both sides, or record its submission. */
export function ReportSteps({ seriesId, present, submit }: Props) {
  const t = useTranslations("series.report");
  return (
    <>
      {present && (
        <ActionForm action={present} submit={t("present")} variant="secondary" hidden={{ seriesId }}>
          <p className="text-muted">{t("presentWhat")}</p>
        </ActionForm>
      )}
      {submit && (
        <ActionForm action={submit} submit={t("submit")} variant="secondary" hidden={{ seriesId }}>
          <TextField
            name="documents"
            label={t("documents")}
            hint={t("documentsHint")}
            required
            maxLength={200}
          />
        </ActionForm>
      )}
    </>
  );
}
