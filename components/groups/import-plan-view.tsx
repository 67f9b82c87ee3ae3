import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { Table } from "#components/ui/table";
import type { FieldChange, PlannedGroup } from "#lib/groups/domain/plan-import";

/** What a file would do, with its errors in words. */
export type ShownPlan = {
  readonly added: readonly PlannedGroup[];
  readonly changed: readonly { readonly group: PlannedGroup; readonly fields: readonly FieldChange[] }[];
  readonly unchanged: number;
  readonly errors: readonly { readonly line: number; readonly text: string }[];
};

const MOST_SHOWN = 100;

/** The preview of an import: errors by line, or else what would be added and changed. */
export function ImportPlanView({ plan }: { plan: ShownPlan }) {
  const t = useTranslations("groups.import");
  if (plan.errors.length > 0) return <LineErrors errors={plan.errors} />;
  return (
    <div className="grid gap-6">
      <p>
        {t("counts", {
          added: plan.added.length,
          changed: plan.changed.length,
          unchanged: plan.unchanged,
        })}
      </p>
      {plan.added.length > 0 && <Added groups={plan.added} />}
      {plan.changed.length > 0 && <Changed plan={plan} />}
    </div>
  );
}

function LineErrors({ errors }: { errors: ShownPlan["errors"] }) {
  const t = useTranslations("groups.import");
  return (
    <Notice tone="bad" title={t("errors", { count: errors.length })}>
      <ul className="mt-2 space-y-1">
        {errors.slice(0, MOST_SHOWN).map(({ line, text }, at) => (
          <li key={at}>{t("lineError", { line: String(line), text })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Added({ groups }: { groups: readonly PlannedGroup[] }) {
  const t = useTranslations("groups");
  return (
    <Table
      caption={t("import.added")}
      captionShown
      head={
        <tr>
          {(["reference", "titleLabel", "parent", "lists", "secretariat"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      }
    >
      {groups.map((group) => (
        <tr key={group.reference}>
          <th scope="row">{group.reference}</th>
          <td dir="auto">{group.title}</td>
          <td>{group.parent}</td>
          <td>{group.lists.join(" ")}</td>
          <td>{group.secretariatEmail}</td>
        </tr>
      ))}
    </Table>
  );
}

const LABELS = { title: "titleLabel", parent: "parent", lists: "lists", secretariat: "secretariat" } as const;

function Changed({ plan }: { plan: ShownPlan }) {
  const t = useTranslations("groups");
  return (
    <Table
      caption={t("import.changedCaption")}
      captionShown
      head={
        <tr>
          <th scope="col">{t("reference")}</th>
          <th scope="col">{t("import.field")}</th>
          <th scope="col">{t("import.before")}</th>
          <th scope="col">{t("import.after")}</th>
        </tr>
      }
    >
      {plan.changed.flatMap(({ group, fields }) =>
        fields.map(({ field, before, after }) => (
          <tr key={`${group.reference} ${field}`}>
            <th scope="row">{group.reference}</th>
            <td>{t(LABELS[field])}</td>
            <td dir="auto">{before || t("import.nothing")}</td>
            <td dir="auto">{after || t("import.nothing")}</td>
          </tr>
        )),
      )}
    </Table>
  );
}
