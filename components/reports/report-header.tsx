import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Words } from "#lib/kernel/words";

type Props = {
  source: Words;
  title: string;
  action: Words;
  contacts: readonly { readonly name: string; readonly office: string; readonly entity: string }[];
};

/** Whom a report comes from and what it asks, as its Word file says it too. The abstract begins the text below. */
export function ReportHeader({ source, title, action, contacts }: Props) {
  const t = useTranslations();
  const label = useTranslations("reports.header");
  const rows: [string, ReactNode][] = [
    [label("source"), t(source.key, source.values)],
    [label("title"), title],
    [
      label("contact"),
      contacts.map(({ name, office, entity }) => (
        <span key={name} className="block">
          {[name, office, entity].filter(Boolean).join(", ")}
        </span>
      )),
    ],
    [label("action"), t(action.key, action.values)],
  ];
  return (
    <>
      <dl className="report-header">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="report-abstract-label">{label("abstract")}</p>
    </>
  );
}
