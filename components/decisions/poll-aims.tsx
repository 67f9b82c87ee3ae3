import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { type Aims, writeAims } from "#lib/decisions/domain/aims";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  aims: Aims;
  /** Those of the poll. */
  usual: Aims;
  version: number;
  maySet: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Whether these are the aims of the poll; for co-chairs, the button that makes them so. */
export function PollAims({ reference, aims, usual, version, maySet, action }: Props) {
  const t = useTranslations("decisions.aims");
  const isKept = writeAims(aims, usual) === "";
  return (
    <div className="mt-5 border-t border-line pt-4">
      <p className="text-sm text-muted">{t(isKept ? "kept" : maySet ? "differ" : "differForOthers")}</p>
      {!isKept && maySet && (
        <ActionForm
          action={action}
          submit={t("submit")}
          variant="secondary"
          hidden={{ reference, version, aims: writeAims(aims, null) }}
          className="mt-2 grid gap-2"
        />
      )}
    </div>
  );
}
