import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import "./report.css";

type Props = {
  outline: ReactNode;
  /** What stands above the sheet and is not printed: state, people, tools. */
  tools?: ReactNode;
  /** The header of the report. */
  header: ReactNode;
  children: ReactNode;
};

/** A report as it will print, on a sheet, with its outline beside it, or above it where the screen is narrow. */
export function ReportSheet({ outline, tools, header, children }: Props) {
  const t = useTranslations("reports.editor");
  return (
    <div className="report-layout">
      <div className="no-print">
        <details className="border-y border-line text-sm lg:hidden">
          <summary className="min-h-11 py-2.5">{t("outline")}</summary>
          <nav aria-label={t("outline")}>{outline}</nav>
        </details>
        <nav aria-label={t("outline")} className="report-outline">
          {outline}
        </nav>
      </div>
      <div className="min-w-0">
        {tools && <div className="report-tools no-print">{tools}</div>}
        <div className="report-paper">
          {header}
          {children}
        </div>
      </div>
    </div>
  );
}
