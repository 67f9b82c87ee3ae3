import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import type { Series } from "#lib/series/domain/series";

/** The meeting a series works towards: its group, and the day or month as far as it is known. */
export function TargetText({ target }: { target: Series["target"] }) {
  const t = useTranslations("series.target");
  if (!target.group && !target.month && !target.opensOn) return <>{t("unknown")}</>;
  return (
    <>
      {target.group?.reference}{" "}
      {target.opensOn
        ? t.rich("opens", { when: () => <DayText day={target.opensOn ?? ""} /> })
        : target.month && t("month", { month: target.month })}
    </>
  );
}
