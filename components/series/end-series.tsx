import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import { Disclosure } from "./disclosure";
import type { FormAction } from "./form-action";

/** The last step, for those who may take it: close a series that is done, or withdraw one that is not. */
export function EndSeries({
  seriesId,
  kind,
  action,
}: {
  seriesId: string;
  kind: "close" | "withdraw";
  action: FormAction;
}) {
  const t = useTranslations("series.end");
  return (
    <Disclosure summary={t(`${kind}.summary`)}>
      <ActionForm action={action} submit={t(`${kind}.submit`)} variant="danger" hidden={{ seriesId }}>
        <p>{t(`${kind}.what`)}</p>
        <TextArea name="reason" label={t(`${kind}.reason`)} required rows={2} />
      </ActionForm>
    </Disclosure>
  );
}
