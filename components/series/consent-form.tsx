import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { RadioGroup, TextArea, TextField } from "#components/ui/fields";
import type { Day } from "#lib/kernel/day";
import type { SideConsent, Subject } from "#lib/series/domain/consents";
import type { FormAction } from "./form-action";

type Props = {
  seriesId: string;
  about: Subject;
  state: SideConsent;
  /** Today in Geneva. */
  today: Day;
  action: FormAction;
};

/** The form by which a side records its own answer: what, how, by whom, when, and where it can be seen. */
export function ConsentForm({ seriesId, about, state, today, action }: Props) {
  const t = useTranslations("series.consent");
  const { side, version } = state;
  return (
    <ActionForm
      action={action}
      submit={t("submit", { side: side.group.reference })}
      variant="secondary"
      hidden={{ seriesId, sideId: side.id, version, ...about }}
    >
      <p className="text-muted">{t("formLead", { side: side.group.reference })}</p>
      <RadioGroup
        name="outcome"
        label={t("outcome", { side: side.group.reference })}
        required
        options={(["agreed", "not_agreed"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <RadioGroup
        name="method"
        label={t("method")}
        required
        options={(["meeting", "correspondence"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextField name="decidedBy" label={t("decidedBy")} hint={t("decidedByHint")} required maxLength={200} />
      <TextField
        name="decidedOn"
        type="date"
        label={t("decidedOn")}
        defaultValue={today}
        max={today}
        required
      />
      <TextArea name="evidence" label={t("evidence")} hint={t("evidenceHint")} rows={2} />
      <TextArea name="comment" label={t("comment")} rows={2} />
    </ActionForm>
  );
}
