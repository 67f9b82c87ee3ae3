import { useLocale, useTranslations } from "next-intl";
import { DayMark } from "#components/ui/day-mark";
import { spanIn } from "#lib/kernel/moment";
import { GENEVA } from "#lib/kernel/zone";

type Props = { start: Date; end?: Date; timeZone: string };

/** When an item is on: in Geneva, and on the reader's clock. The day stands at the head of the agenda. */
export function AgendaTime({ start, end, timeZone }: Props) {
  const locale = useLocale();
  const t = useTranslations("moment");
  const geneva = spanIn(start, end, { timeZone: GENEVA, locale });
  const local = spanIn(start, end, { timeZone, locale });
  const date = t("shortDate", { day: local.date.day, month: local.date.month });
  return (
    <time dateTime={start.toISOString()} className="block leading-snug">
      <span className="block font-semibold whitespace-nowrap">{t("geneva", { time: geneva.time })}</span>
      {timeZone !== GENEVA && (
        <span className="block text-sm text-muted">
          {local.otherDay ? (
            <DayMark>{t("localOtherDay", { time: local.time, place: local.place, date })}</DayMark>
          ) : (
            t("local", { time: local.time, place: local.place })
          )}
        </span>
      )}
    </time>
  );
}
