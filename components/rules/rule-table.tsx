import { useTranslations } from "next-intl";
import Link from "next/link";
import { DayText } from "#components/ui/day";
import { StateLabel } from "#components/ui/state-label";
import { Table } from "#components/ui/table";
import type { Severity } from "#lib/kernel/finding";
import { dayIn } from "#lib/kernel/zone";
import { flatLimits, LIMIT_FIELDS, writeLimit } from "#lib/rules/domain/limit-fields";
import type { RuleChange } from "#lib/rules/domain/rule-change";
import { citationOf, type Limits, type Rule } from "#lib/rules/domain/rules";

type Props = {
  lines: readonly { readonly rule: Rule; readonly change: RuleChange | null }[];
  limits: Limits;
  timeZone: string;
};

/** Every rule in force: weight, source, limits, and who changed it. */
export function RuleTable({ lines, limits, timeZone }: Props) {
  const t = useTranslations("ruleBook");
  const words = useTranslations();
  return (
    <Table
      caption={t("caption")}
      head={
        <tr>
          {(["id", "check", "severity", "source", "limits", "changed"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      }
    >
      {lines.map(({ rule, change }) => (
        <tr key={rule.id}>
          <th scope="row">
            <Link href={`/admin/rules/${rule.id}` as never}>{rule.id}</Link>
          </th>
          <td>{words(rule.title)}</td>
          <td>
            <SeverityLabel severity={rule.severity} />
          </td>
          <td>{citationOf(rule) || t("practice")}</td>
          <td>
            <LimitList rule={rule} limits={limits} />
          </td>
          <td>{change ? <ChangedBy change={change} timeZone={timeZone} /> : t("asShipped")}</td>
        </tr>
      ))}
    </Table>
  );
}

const TONES = { fail: "bad", warn: "warn", show: "info" } as const;

/** The weight of a rule in a word. */
export function SeverityLabel({ severity }: { severity: Severity }) {
  const t = useTranslations("ruleBook.severities");
  return <StateLabel tone={TONES[severity]}>{t(severity)}</StateLabel>;
}

/** What the rule counts and measures, by name. */
export function LimitList({ rule, limits }: { rule: Pick<Rule, "id">; limits: Limits }) {
  const t = useTranslations("ruleBook");
  const values = flatLimits(limits, rule.id);
  return (
    <ul>
      {(LIMIT_FIELDS[rule.id] ?? []).map((field) => (
        <li key={field.path}>
          {t(`names.${rule.id}.${field.path}` as "names.N1.months")}:{" "}
          <span className="tabular-nums">{writeLimit(field, values[field.path] ?? [])}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who changed a rule, and on which day. */
export function ChangedBy({ change, timeZone }: { change: RuleChange; timeZone: string }) {
  const t = useTranslations("ruleBook");
  return t.rich("changedBy", {
    name: change.changedBy,
    day: () => <DayText day={dayIn(change.changedAt, timeZone)} />,
  });
}
