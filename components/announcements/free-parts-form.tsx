import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea, TextField } from "#components/ui/fields";
import type { Announcement } from "#lib/announcements/domain/announcement";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  reference: string;
  announcement: Announcement;
};

/** What people write of an announcement; the rest comes from the data. */
export function FreePartsForm({ action, reference, announcement }: Props) {
  const t = useTranslations("announcements.page");
  const { number, version, subject, introduction, practical } = announcement;
  return (
    <ActionForm
      action={action}
      submit={t("save")}
      variant="secondary"
      hidden={{ reference, number, version }}
    >
      <TextField
        name="subject"
        label={t("subject")}
        defaultValue={subject}
        required
        maxLength={200}
        dir="auto"
      />
      <TextArea
        name="introduction"
        label={t("introduction")}
        hint={t("introductionHint")}
        defaultValue={introduction}
        rows={5}
      />
      <TextArea
        name="practical"
        label={t("practical")}
        hint={t("practicalHint")}
        defaultValue={practical}
        rows={5}
      />
    </ActionForm>
  );
}
