import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { SelectField, TextArea, TextField } from "#components/ui/fields";
import type { Group } from "#lib/groups/domain/group";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  group: Group;
  /** Where a Question may stand. */
  parents: readonly Group[];
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What stands on a group's page, to be changed there. */
export function GroupForm({ group, parents, action }: Props) {
  const t = useTranslations("groups");
  return (
    <ActionForm action={action} submit={t("save")} hidden={{ groupId: group.id, version: group.version }}>
      <TextField name="title" label={t("titleLabel")} defaultValue={group.title} maxLength={500} dir="auto" />
      {parents.length > 1 && (
        <SelectField
          name="parentId"
          label={t("parent")}
          defaultValue={group.parentId ?? ""}
          options={parents.map(({ id, reference }) => ({ value: id, label: reference }))}
          required
        />
      )}
      <TextArea
        name="lists"
        label={t("lists")}
        hint={t("listsHint")}
        defaultValue={group.lists.join("\n")}
        rows={2}
      />
      {group.parentId === null && (
        <TextField
          name="secretariatEmail"
          type="email"
          label={t("secretariat")}
          hint={t("secretariatHint")}
          defaultValue={group.secretariatEmail ?? ""}
        />
      )}
    </ActionForm>
  );
}
