import { useLocale, useTranslations } from "next-intl";
import { type DateParts, spanIn, type ZonedSpan } from "#lib/kernel/moment";
import { GENEVA } from "#lib/kernel/zone";
import { DayMark } from "./day-mark";

type Props = {
  start: Date;
  end?: Date | undefined;
  /** The reader's zone, IANA. */
  timeZone: string;
  /** Two lines instead of one row, for tables and narrow places. */
  compact?: boolean;
};

/**
 * The one way to show a moment: day, Geneva time, UTC with its date, and the reader's own clock.
 * Another calendar day than in Geneva is marked.
 */
export function Moment({ start, end, timeZone, compact = false }: Props) {
  const locale = useLocale();
  const t = useTranslations("moment");
  const geneva = spanIn(start, end, { timeZone: GENEVA, locale });
  const utc = spanIn(start, end, { timeZone: "UTC", locale });
  const local = spanIn(start, end, { timeZone, locale });
  const time = (span: ZonedSpan) => (span.endsNextDay ? t("nextDay", { time: span.time }) : span.time);
  const shortDate = (date: DateParts) => t("shortDate", { day: date.day, month: date.month });
  const { weekday, day, month, year } = geneva.date;
  return (
    <time dateTime={start.toISOString()} className={compact ? "block" : "inline"}>
      <span className="font-semibold whitespace-nowrap">{t("date", { weekday, day, month, year })}</span>
      <span className={compact ? "block" : "before:content-['_·_']"}>
        <span className="whitespace-nowrap">{t("geneva", { time: time(geneva) })}</span>
        <span className="text-muted"> · </span>
        <span className="whitespace-nowrap text-muted">
          {t("utc", { time: time(utc), date: shortDate(utc.date) })}
        </span>
      </span>
      {timeZone !== GENEVA && (
        <span className={compact ? "block" : "before:content-['_·_']"}>
          {local.otherDay ? (
            <DayMark>
              {t("localOtherDay", { time: time(local), place: local.place, date: shortDate(local.date) })}
            </DayMark>
          ) : (
            <span className="whitespace-nowrap">{t("local", { time: time(local), place: local.place })}</span>
          )}
        </span>
      )}
    </time>
  );
}
