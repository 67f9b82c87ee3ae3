import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { RankingView } from "#lib/decisions/domain/ranking-view";

/** Whether the order is proven, and how long it took; or by how much it could still be wrong. */
export function RankingProof({ ranking }: { ranking: RankingView }) {
  const t = useTranslations("decisions.proof");
  const { gap, elapsedMs, best } = ranking;
  if (gap) return <Notice tone="warn">{t(`gap.${gap.measure}`, { size: gap.size, elapsedMs })}</Notice>;
  return (
    <p className="text-ok">
      <span aria-hidden="true">✓ </span>
      {t(best.length > 0 ? "optimal" : "none", { elapsedMs })}
    </p>
  );
}
