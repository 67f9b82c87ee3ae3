import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import type { SeriesView } from "#lib/decisions/domain/ranking-view";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  series: SeriesView;
  /** The aims as the address has them. */
  aims: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The button that puts a series forward. For any but the first it asks for the reason. */
export function PutForward({ reference, series, aims, action }: Props) {
  const t = useTranslations("decisions.forward");
  const first = series.place === 1;
  const form = (
    <ActionForm
      action={action}
      submit={t("submit", { count: series.meetings.length })}
      variant={first ? "primary" : "secondary"}
      hidden={{ reference, aims }}
      className="no-print mt-2 grid max-w-measure gap-3"
    >
      {series.meetings.map(({ id }) => (
        <input key={id} type="hidden" name="slotIds[]" value={id} />
      ))}
      {!first && <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required rows={2} />}
    </ActionForm>
  );
  if (first) return form;
  return (
    <details className="no-print">
      <summary className="min-h-11 py-2 text-accent">{t("open", { place: series.place })}</summary>
      {form}
    </details>
  );
}
