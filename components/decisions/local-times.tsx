import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import { clockOfMinute } from "#lib/kernel/hours";
import type { LocalTime, SeriesView, ZoneView } from "#lib/decisions/domain/ranking-view";
import { shareClocks } from "#lib/decisions/domain/shared-clocks";

/** The local start of each meeting in each zone: what the strips show, as a table. Zones that look alike share a row. */
export function LocalTimes({ series }: { series: SeriesView }) {
  const t = useTranslations("decisions.times");
  return (
    <Table
      caption={t("caption", { place: series.place })}
      head={
        <tr>
          <th scope="col">{t("zone")}</th>
          {series.meetings.map(({ id }, index) => (
            <th key={id} scope="col">
              {t("meeting", { number: index + 1 })}
            </th>
          ))}
          <th scope="col">{t("burden")}</th>
        </tr>
      }
    >
      {shareClocks([series]).map(({ places, people, zones: [zone] }) => (
        <tr key={places[0]}>
          <th scope="row" className="font-normal">
            {t("people", { place: places.join(", "), people })}
          </th>
          {zone?.times.map((time, index) => (
            <td key={index}>
              <LocalClock time={time} />
            </td>
          ))}
          {zone && <BurdenCell zone={zone} places={places.length} />}
        </tr>
      ))}
    </Table>
  );
}

function BurdenCell({ zone: { burden, carried }, places }: { zone: ZoneView; places: number }) {
  const t = useTranslations("decisions.times");
  const text = carried > 0 ? t("carried", { burden, carried }) : burden;
  return <td className="tabular-nums">{places > 1 ? t("each", { text }) : text}</td>;
}

/** A local start, marked when its day is another than in Geneva and when the zone's clock was moved. */
export function LocalClock({ time: { minute, dayShift, clockChange } }: { time: LocalTime }) {
  const t = useTranslations("decisions.times");
  return (
    <span className="whitespace-nowrap tabular-nums">
      {clockOfMinute(minute)}
      {dayShift !== 0 && (
        <span className="text-warn">
          {" "}
          <span aria-hidden="true">◆</span> {t(dayShift > 0 ? "nextDay" : "dayBefore")}
        </span>
      )}
      {clockChange !== 0 && (
        <span className="text-muted">
          {" "}
          <span aria-hidden="true">↻</span> {t("clockChange", { hours: clockChange / 60 })}
        </span>
      )}
    </span>
  );
}
