import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { Fact, Facts } from "#components/ui/facts";
import { SelectField } from "#components/ui/fields";
import { daysBetween } from "#lib/kernel/day";
import type { Series } from "#lib/series/domain/series";
import { Disclosure } from "./disclosure";
import { FactsFields } from "./facts-form";
import type { FormAction } from "./form-action";
import { TargetText } from "./target-text";

type Props = {
  series: Series;
  /** Last days before the target meeting, when its day is known. */
  deadlines: { readonly exception: string; readonly contribution: string; readonly available: string } | null;
  /** Null for those who only read. */
  edit: FormAction | null;
};

/** What is written down of a series; edited where it is read. */
export function SeriesFacts({ series, deadlines, edit }: Props) {
  const t = useTranslations("series.facts");
  const { mandate } = series;
  return (
    <>
      <Facts>
        <Fact label={t("topic")}>{series.topic || t("none")}</Fact>
        <Fact label={t("output")}>{series.output || t("none")}</Fact>
        <Fact label={t("mandate")}>
          {mandate.reference || mandate.text ? (
            <>
              {mandate.reference}{" "}
              <span className="text-muted">({t(`status.${mandate.status}` as "status.open")})</span>
              {mandate.text && <span className="block whitespace-pre-wrap">{mandate.text}</span>}
            </>
          ) : (
            t("none")
          )}
        </Fact>
        <Fact label={t("meetings")}>
          {t("meetingsValue", { count: series.meetingCount, format: t(series.format as "virtual") })}
        </Fact>
        <Fact label={t("target")}>
          <TargetText target={series.target} />
        </Fact>
        {deadlines &&
          (["exception", "contribution", "available"] as const).map((key) => (
            <Fact key={key} label={t(`deadline.${key}`)}>
              <DayText day={deadlines[key]} />{" "}
              <span className="text-muted">
                {t(`deadlineRule.${key}`, { days: daysBetween(deadlines[key], series.target.opensOn ?? "") })}
              </span>
            </Fact>
          ))}
      </Facts>
      {edit && <EditForm series={series} edit={edit} />}
    </>
  );
}

function EditForm({ series, edit }: { series: Series; edit: FormAction }) {
  const t = useTranslations("series.facts");
  return (
    <Disclosure summary={t("edit")}>
      <ActionForm
        action={edit}
        submit={t("save")}
        variant="secondary"
        hidden={{ seriesId: series.id, version: series.version }}
      >
        <FactsFields series={series} />
        <SelectField
          name="mandateStatus"
          label={t("mandateStatus")}
          defaultValue={series.mandate.status}
          required
          options={(["open", "ongoing", "closed"] as const).map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
      </ActionForm>
    </Disclosure>
  );
}
