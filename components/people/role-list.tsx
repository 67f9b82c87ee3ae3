import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { TextField } from "#components/ui/fields";
import type { Day } from "#lib/kernel/day";
import type { RoleSpan } from "#lib/people/domain/role";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  roles: readonly RoleSpan[];
  today: Day;
  /** Ids of those that the reader may end, with what ends them. */
  end?: { ids: readonly string[]; action: (previous: ActionState, form: FormData) => Promise<ActionState> };
};

/** Roles over time, newest first. */
export function RoleList({ roles, today, end }: Props) {
  const t = useTranslations("people");
  if (roles.length === 0) return <p className="text-muted">{t("noRoles")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {roles.map((span) => (
        <li key={span.id} className="py-3">
          <RoleLine span={span} />
          {end?.ids.includes(span.id) && (span.toDay === null || span.toDay >= today) && (
            <details className="mt-1">
              <summary className="min-h-6 text-accent underline">{t("endRole")}</summary>
              <div className="mt-3">
                <ActionForm
                  action={end.action}
                  submit={t("endSubmit")}
                  variant="danger"
                  hidden={{ holdingId: span.id }}
                >
                  <TextField
                    name="toDay"
                    type="date"
                    label={t("lastDay")}
                    hint={t("lastDayHint")}
                    defaultValue={today}
                    required
                  />
                </ActionForm>
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function RoleLine({ span }: { span: RoleSpan }) {
  const t = useTranslations("people");
  const takenBack = span.toDay !== null && span.toDay < span.fromDay;
  return (
    <p>
      <span className="font-semibold">
        {t("roleIn", { role: t(`role.${span.role}`), group: span.place?.reference ?? "" })}
      </span>{" "}
      <span className="text-muted">
        {takenBack
          ? t("takenBack")
          : t.rich(span.toDay === null ? "since" : "fromTo", {
              from: () => <DayText day={span.fromDay} />,
              to: () => <DayText day={span.toDay ?? span.fromDay} />,
            })}
      </span>
    </p>
  );
}
