"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { classes } from "#components/ui/classes";
import { Section } from "#components/ui/section";
import { StateLabel } from "#components/ui/state-label";
import { clockOfMinute } from "#lib/kernel/hours";
import type { Hours, RankingView, SeriesView } from "#lib/decisions/domain/ranking-view";
import type { ActionState } from "#lib/web/action-state";

import { ComparePair, type Pair } from "./compare-pair";
import { NearestSeries } from "./nearest-series";
import { PutForward } from "./put-forward";
import { RankingProof } from "./ranking-proof";
import { SeriesRow } from "./series-row";

type Props = {
  reference: string;
  timeZone: string;
  ranking: RankingView;
  aims: string;
  chosenSlotIds: readonly string[];
  mayPutForward: boolean;
  compared: Pair;
  /** While a newer ranking is on its way. */
  stale: boolean;
  actions: Record<"choose" | "hold", (previous: ActionState, form: FormData) => Promise<ActionState>>;
};

/** The best series, one under the other, and any two of them side by side. */
export function RankedRows(props: Props) {
  const { ranking, timeZone, stale } = props;
  const t = useTranslations("decisions.chooser");
  const { best, nearest, people, hours } = ranking;
  return (
    <div className={classes(stale && "opacity-60")}>
      <RankingProof ranking={ranking} />
      {best.length > 0 && (
        <p className="mt-1 mb-4 max-w-measure text-sm text-muted">{t("legend", clocksOf(hours))}</p>
      )}
      {nearest && <NearestSeries nearest={nearest} {...{ people, hours }} timeZone={timeZone} />}
      {best.map((series) => (
        <SeriesRow
          key={series.meetings.map(({ id }) => id).join()}
          {...{ series, people, hours, timeZone }}
          title={<RowTitle {...props} series={series} />}
        >
          {props.mayPutForward && <PutForward {...props} series={series} action={props.actions.choose} />}
        </SeriesRow>
      ))}
      {best.length > 1 && (
        <Section title={t("compare")} lead={t("compareLead")}>
          <ComparePair best={best} timeZone={timeZone} compared={props.compared} aims={props.aims} />
        </Section>
      )}
      {props.mayPutForward && best.length > 0 && <HoldAll {...props} />}
    </div>
  );
}

const clocksOf = ({ day, night }: Hours) => ({
  ...{ nightFrom: clockOfMinute(night.from), nightTo: clockOfMinute(night.to) },
  ...{ dayFrom: clockOfMinute(day.from), dayTo: clockOfMinute(day.to) },
});

function RowTitle({ series, chosenSlotIds }: Pick<Props, "chosenSlotIds"> & { series: SeriesView }) {
  const t = useTranslations("decisions.chooser");
  const chosen =
    series.meetings.length === chosenSlotIds.length &&
    series.meetings.every(({ id }) => chosenSlotIds.includes(id));
  return (
    <>
      <span>{t("place", { place: series.place })}</span>
      {chosen && <StateLabel tone="info">{t("chosen")}</StateLabel>}
    </>
  );
}

/** Keeps all slots of these series free in the calendars of those asked. */
function HoldAll({ reference, ranking, actions }: Props) {
  const t = useTranslations("decisions.hold");
  const ids = [...new Set(ranking.best.flatMap(({ meetings }) => meetings.map(({ id }) => id)))];
  return (
    <Section title={t("title")} lead={t("lead", { people: ranking.people })}>
      <ActionForm
        action={actions.hold}
        submit={t("submit", { count: ids.length })}
        variant="secondary"
        hidden={{ reference }}
      >
        {ids.map((id) => (
          <input key={id} type="hidden" name="slotIds[]" value={id} />
        ))}
      </ActionForm>
    </Section>
  );
}
