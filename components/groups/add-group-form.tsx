import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  studyPeriodId: string;
  /** Below which group; none for a Study Group. */
  parentId?: string;
  /** What is expected, such as `WP1/2 or Q1/2`. */
  example: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Adds a group below another, or a Study Group. */
export function AddGroupForm({ studyPeriodId, parentId, example, action }: Props) {
  const t = useTranslations("groups");
  const hidden: Record<string, string> = parentId ? { studyPeriodId, parentId } : { studyPeriodId };
  return (
    <ActionForm action={action} submit={t("add")} variant="secondary" hidden={hidden}>
      <TextField
        name="reference"
        label={t("reference")}
        hint={t("referenceHint", { example })}
        autoComplete="off"
        maxLength={40}
        required
      />
      <TextField name="title" label={t("titleLabel")} maxLength={500} dir="auto" />
    </ActionForm>
  );
}
