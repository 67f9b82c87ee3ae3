import { useTranslations } from "next-intl";
import { FindingNote } from "#components/ui/finding-note";
import type { Finding } from "#lib/kernel/finding";

/** What is still missing in a report: how much at a glance, each with what to do when opened. */
export function ReportFindings({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("reports.page");
  if (findings.length === 0) return <p className="mb-4 text-muted">{t("allThere")}</p>;
  return (
    <details className="no-print mb-6 max-w-measure border-y border-line">
      <summary className="min-h-11 py-2.5 font-semibold">{t("findings", { count: findings.length })}</summary>
      <p className="mb-2 text-sm text-muted">{t("findingsLead")}</p>
      <div className="grid gap-2 pb-4">
        {findings.map((finding) => (
          <FindingNote key={`${finding.rule} ${JSON.stringify(finding.message)}`} finding={finding} />
        ))}
      </div>
    </details>
  );
}
