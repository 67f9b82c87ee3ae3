import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { Hours, RankingView } from "#lib/decisions/domain/ranking-view";
import { SeriesRow } from "./series-row";

type Props = { nearest: NonNullable<RankingView["nearest"]>; people: number; hours: Hours; timeZone: string };

/** No series is possible: the one that comes nearest, the rules it breaks, and what would make one possible. */
export function NearestSeries({ nearest, people, hours, timeZone }: Props) {
  const t = useTranslations("decisions.nearest");
  const words = useTranslations();
  const { series, broken, changes } = nearest;
  return (
    <>
      <Notice tone="warn" title={t("title")}>
        <ul className="list-disc ps-5">
          {broken.map(({ key, values }, index) => (
            <li key={index}>{words(key, values)}</li>
          ))}
        </ul>
        <p className="mt-2 font-semibold">{t(changes.length > 0 ? "changes" : "several")}</p>
        <ul className="list-disc ps-5">
          {changes.map(({ key, values }, index) => (
            <li key={index}>{words(key, values)}</li>
          ))}
        </ul>
      </Notice>
      {series.meetings.length > 0 && (
        <SeriesRow
          series={series}
          {...{ people, hours }}
          timeZone={timeZone}
          title={t("row")}
          isRanked={false}
        />
      )}
    </>
  );
}
