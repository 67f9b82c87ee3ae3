import { useTranslations } from "next-intl";
import { SideBadge } from "#components/ui/side-badge";
import type { SideTotal as Total } from "#lib/scheduling/domain/tally";

/** What one side said to a slot: three shapes with their numbers, and whether the quorum is reached. */
export function SideTotal({ total }: { total: Total }) {
  const t = useTranslations("scheduling.total");
  const { letter, yes, ifNeedBe, no, unanswered, quorum, reached, able } = total;
  return (
    <div className="flex items-baseline gap-2">
      <SideBadge letter={letter} />
      <span>
        <span className="whitespace-nowrap tabular-nums">
          <span aria-hidden="true">
            ● {yes} ◐ {ifNeedBe} ○ {no}
          </span>
          <span className="sr-only">{t("spoken", { yes, ifNeedBe, no })}</span>
        </span>
        {unanswered > 0 && (
          <span className="block text-sm whitespace-nowrap text-muted">
            {t("unanswered", { unanswered })}
          </span>
        )}
        {quorum > 0 && (
          <span className={reached ? "block text-sm text-ok" : "block text-sm font-semibold text-warn"}>
            <span aria-hidden="true">{reached ? "✓ " : "! "}</span>
            {t(reached ? "reached" : "notReached", { able, quorum })}
          </span>
        )}
      </span>
    </div>
  );
}
