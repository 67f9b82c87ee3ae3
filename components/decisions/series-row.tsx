import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment";
import type { Hours, SeriesView } from "#lib/decisions/domain/ranking-view";
import { addMinutes } from "#lib/kernel/interval";
import { reasonSentence } from "#lib/ranking/domain/explain-series";
import { HoursStrip } from "./hours-strip";
import { LocalTimes } from "./local-times";
import { SideBar } from "./side-bar";

type Props = {
  series: SeriesView;
  people: number;
  hours: Hours;
  timeZone: string;
  /** Heading of the row. */
  title: ReactNode;
  /** False for the nearest series, which is in no ranking. */
  isRanked?: boolean;
  children?: ReactNode;
};

/** One series: its dates, people of each side, local hours, what it measures, and why it stands where it does. */
export function SeriesRow({ series, people, hours, timeZone, title, isRanked = true, children }: Props) {
  const t = useTranslations("decisions.row");
  const words = useTranslations();
  const locale = useLocale();
  const { reach, attendance, worst, totalBurden, reason } = series;
  return (
    <article className="border-t border-line py-5">
      <h3 className="flex flex-wrap items-baseline gap-3 text-lg font-semibold">{title}</h3>
      {isRanked && (
        <p className="mt-1 max-w-measure">
          {reason ? reasonSentence(reason, ({ key, values }) => words(key, values), locale) : t("first")}
        </p>
      )}
      <ol className="mt-3 grid gap-3">
        {series.meetings.map((meeting, index) => {
          const start = new Date(meeting.startsAt);
          return (
            <li key={meeting.id} className="grid items-center gap-x-6 gap-y-2 md:grid-cols-[1fr_auto_auto]">
              <Moment
                start={start}
                end={addMinutes(start, meeting.lengthMinutes)}
                timeZone={timeZone}
                compact
              />
              <span className="grid gap-1">
                {meeting.sides.map((total) => (
                  <SideBar key={total.letter} total={total} />
                ))}
              </span>
              <HoursStrip zones={series.zones} index={index} hours={hours} />
            </li>
          );
        })}
      </ol>
      {isRanked && (
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <Figure label={t("reach")} value={t("reachValue", { reach, people })} />
          <Figure label={t("attendance")} value={attendance} />
          {worst && <Figure label={t("worstZone")} value={t("worstValue", worst)} />}
          <Figure label={t("totalBurden")} value={totalBurden} />
        </dl>
      )}
      <details className="mt-2">
        <summary className="min-h-11 py-2 text-accent">{t("times")}</summary>
        <LocalTimes series={series} />
      </details>
      {children}
    </article>
  );
}

function Figure({ label, value }: { label: ReactNode; value: ReactNode }) {
  return (
    <div className="flex gap-1">
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
