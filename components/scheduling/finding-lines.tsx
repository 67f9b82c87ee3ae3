import { useTranslations } from "next-intl";
import { classes } from "#components/ui/classes";
import type { Finding } from "#lib/kernel/finding";
import { RULES } from "#lib/rules/domain/rules";

const SIGNS = {
  fail: { sign: "✕", look: "text-bad" },
  warn: { sign: "!", look: "text-warn" },
  show: { sign: "i", look: "text-muted" },
} as const;

/** Findings of one slot as short lines: sign, sentence, what to do, and the clause they rest on. */
export function FindingLines({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations();
  return (
    <ul className="space-y-1 text-sm">
      {findings.map(({ rule, severity, message, remedy, cited }, index) => (
        <li key={index} className="flex gap-2">
          <span
            aria-hidden="true"
            className={classes("w-3 shrink-0 text-center font-bold", SIGNS[severity].look)}
          >
            {SIGNS[severity].sign}
          </span>
          <span>
            <span className="sr-only">{t(`ui.${severity}`)}: </span>
            {t(message.key, message.values)} {remedy && t(remedy.key, remedy.values)}{" "}
            <span className="text-muted">
              ({rule}
              {cited ? `: ${cited}` : citation(rule)})
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Source, edition and clause, as people cite them; nothing for practice. */
function citation(id: string): string {
  const rule = RULES.find((known) => known.id === id);
  if (!rule || rule.basis === "practice") return "";
  return `: ${[rule.source, rule.edition && `(${rule.edition})`, rule.clause].filter(Boolean).join(" ")}`;
}
