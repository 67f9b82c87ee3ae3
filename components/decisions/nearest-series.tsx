import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import type { Hours, RankingView } from "#lib/decisions/domain/ranking-view";
import type { Words } from "#lib/kernel/words";
import { SeriesRow } from "./series-row";

type Props = { nearest: NonNullable<RankingView["nearest"]>; people: number; hours: Hours; timeZone: string };

/** So many are read; single slots that are kept out can be many more. */
const MOST_CHANGES = 8;

/** No series is possible: the one that comes nearest, the rules it breaks, and what would make one possible. */
export function NearestSeries({ nearest, people, hours, timeZone }: Props) {
  const t = useTranslations("decisions.nearest");
  const { series, broken, changes } = nearest;
  return (
    <>
      <Notice tone="warn" title={t("title")}>
        <p>{series.meetings.length > 0 ? t("broken", { count: broken.length }) : t("tooFew")}</p>
        <Sentences of={broken} />
        <p className="mt-2 font-semibold">
          {changes.length > 0 ? t("changes", { count: changes.length }) : t("several")}
        </p>
        <Sentences of={changes.slice(0, MOST_CHANGES)} />
        {changes.length > MOST_CHANGES && <p>{t("more", { count: changes.length - MOST_CHANGES })}</p>}
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

function Sentences({ of: sentences }: { of: readonly Words[] }) {
  const words = useTranslations();
  return (
    <ul className="list-disc ps-5">
      {sentences.map(({ key, values }, index) => (
        <li key={index}>{words(key, values)}</li>
      ))}
    </ul>
  );
}
