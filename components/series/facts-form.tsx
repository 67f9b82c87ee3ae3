import { useTranslations } from "next-intl";
import { SelectField, TextArea, TextField } from "#components/ui/fields";
import type { Series } from "#lib/series/domain/series";

/** The fields of what is written down of a series, filled with what stands there; for a new one, empty. */
export function FactsFields({ series }: { series?: Series }) {
  const t = useTranslations("series.facts");
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        defaultValue={series?.title}
        required
        maxLength={200}
        dir="auto"
      />
      <TextArea name="topic" label={t("topic")} hint={t("topicHint")} defaultValue={series?.topic} rows={2} />
      <TextArea
        name="output"
        label={t("output")}
        hint={t("outputHint")}
        defaultValue={series?.output}
        rows={2}
      />
      <MandateFields mandate={series?.mandate} />
      <TargetFields target={series?.target} />
      <MeetingFields count={series?.meetingCount ?? 3} format={series?.format ?? "virtual"} />
    </>
  );
}

function MandateFields({ mandate }: { mandate: Series["mandate"] | undefined }) {
  const t = useTranslations("series.facts");
  return (
    <>
      <TextField
        name="mandate.reference"
        label={t("mandateReference")}
        hint={t("mandateReferenceHint")}
        defaultValue={mandate?.reference}
        maxLength={100}
      />
      <TextArea name="mandate.text" label={t("mandateText")} defaultValue={mandate?.text} rows={3} />
    </>
  );
}

function TargetFields({ target }: { target: Series["target"] | undefined }) {
  const t = useTranslations("series.facts");
  return (
    <>
      <TextField
        name="target.group"
        label={t("targetGroup")}
        hint={t("targetGroupHint")}
        defaultValue={target?.group?.reference}
        maxLength={40}
      />
      <TextField
        name="target.month"
        label={t("targetMonth")}
        hint={t("targetMonthHint")}
        defaultValue={target?.month ?? undefined}
        maxLength={7}
      />
      <TextField
        name="target.opensOn"
        type="date"
        label={t("targetOpensOn")}
        hint={t("targetOpensOnHint")}
        defaultValue={target?.opensOn ?? undefined}
      />
    </>
  );
}

function MeetingFields({ count, format }: { count: number; format: string }) {
  const t = useTranslations("series.facts");
  return (
    <>
      <TextField
        name="meetingCount"
        type="number"
        min={1}
        max={12}
        label={t("meetingCount")}
        defaultValue={count}
        required
      />
      <SelectField
        name="format"
        label={t("format")}
        defaultValue={format}
        required
        options={(["virtual", "hybrid", "physical"] as const).map((value) => ({ value, label: t(value) }))}
      />
    </>
  );
}
