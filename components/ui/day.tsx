import { useLocale, useTranslations } from "next-intl";
import type { Day } from "#lib/kernel/day";
import { dateParts } from "#lib/kernel/moment";

/** A calendar day in words: Tue 3 March 2026. It has no time and no zone. */
export function DayText({ day }: { day: Day }) {
  const locale = useLocale();
  const t = useTranslations("moment");
  const parts = dateParts(new Date(`${day}T12:00:00Z`), "UTC", locale);
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {t("date", { weekday: parts.weekday, day: parts.day, month: parts.month, year: parts.year })}
    </time>
  );
}
