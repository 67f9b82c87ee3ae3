"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { RadioGroup, TextArea, TextField } from "#components/ui/fields";
import { flatLimits, LIMIT_FIELDS, writeLimit } from "#lib/rules/domain/limit-fields";
import type { Limits, Rule } from "#lib/rules/domain/rules";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  rule: Rule;
  limits: Limits;
  /** Id of the newest change, empty while the rule is as shipped. */
  seen: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Another edition of a rule: weight, source, limits, and the reason. */
export function RuleForm({ rule, limits, seen, action }: Props) {
  const t = useTranslations("ruleBook");
  const values = flatLimits(limits, rule.id);
  return (
    <ActionForm action={action} submit={t("submit")} hidden={{ rule: rule.id, seen }}>
      <RadioGroup
        name="severity"
        label={t("severity")}
        defaultValue={rule.severity}
        options={(["fail", "warn", "show"] as const).map((value) => ({
          value,
          label: t(`severities.${value}`),
        }))}
        required
      />
      {(LIMIT_FIELDS[rule.id] ?? []).map((field) => (
        <TextField
          key={field.path}
          name={`limit.${field.path}`}
          label={t(`names.${rule.id}.${field.path}` as "names.N1.months")}
          defaultValue={writeLimit(field, values[field.path] ?? [])}
          type={field.form === "clock" ? "time" : field.form === "count" ? "number" : "text"}
          autoComplete="off"
          required={!field.atMost}
        />
      ))}
      <TextField name="source" label={t("source")} defaultValue={rule.source} maxLength={200} required />
      <TextField name="clause" label={t("clause")} hint={t("clauseHint")} defaultValue={rule.clause} />
      <TextField
        name="edition"
        label={t("edition")}
        hint={t("editionHint")}
        defaultValue={rule.edition ?? ""}
      />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={2_000} required />
    </ActionForm>
  );
}
