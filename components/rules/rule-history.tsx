import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import type { RuleChange } from "#lib/rules/domain/rule-change";
import { citationOf, LIMITS, type Limits, type Rule } from "#lib/rules/domain/rules";
import { ChangedBy, LimitList, SeverityLabel } from "./rule-table";

/** A change, with the rule and its limits as they were from then on. */
type Edition = { readonly change: RuleChange; readonly rule: Rule; readonly limits: Limits };

type Props = { shipped: Rule; editions: readonly Edition[]; timeZone: string };

/** Every edition of a rule, newest first, down to the one that was shipped. */
export function RuleHistory({ shipped, editions, timeZone }: Props) {
  const t = useTranslations("ruleBook");
  return (
    <Table
      caption={t("history")}
      head={
        <tr>
          {(["changed", "severity", "source", "limits", "reason"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      }
    >
      {editions.map(({ change, rule, limits }) => (
        <tr key={change.id}>
          <th scope="row">
            <ChangedBy change={change} timeZone={timeZone} />
          </th>
          <td>
            <SeverityLabel severity={rule.severity} />
          </td>
          <td dir="auto">{citationOf(rule) || t("practice")}</td>
          <td>
            <LimitList rule={rule} limits={limits} />
          </td>
          <td dir="auto">{change.reason}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{t("shipped")}</th>
        <td>
          <SeverityLabel severity={shipped.severity} />
        </td>
        <td>{citationOf(shipped) || t("practice")}</td>
        <td>
          <LimitList rule={shipped} limits={LIMITS} />
        </td>
        <td />
      </tr>
    </Table>
  );
}
