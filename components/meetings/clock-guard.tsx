import { useLocale, useTranslations } from "next-intl";
import { DayMark } from "#components/ui/day-mark";
import { Notice } from "#components/ui/notice";
import { Table } from "#components/ui/table";
import { dateParts } from "#lib/kernel/moment";
import {
  isUneven,
  type LocalMeeting,
  type LocalSeries,
  type Numbered,
  seriesInZones,
} from "#lib/meetings/domain/local-series";
import type { MovedClock } from "#lib/meetings/domain/wall-clocks";
import { placeOf, type ZonePeople } from "#lib/rules/domain/zone-people";

type Props = {
  meetings: readonly Numbered[];
  zones: readonly ZonePeople[];
  /** The reader's zone: told first, as "for you". */
  timeZone: string;
  moved?: readonly {
    readonly sequence: number;
    readonly tzVersion: string;
    readonly clocks: readonly MovedClock[];
  }[];
};

/** How a series looks on everybody's clock, across clock changes and the date line; and what newer tz data moved. */
export function ClockGuard({ meetings, zones, timeZone, moved = [] }: Props) {
  const t = useTranslations("meetings.guard");
  const own = zones.find((zone) => zone.timeZone === timeZone) ?? { timeZone, people: 0 };
  const all = seriesInZones(meetings, [own, ...zones.filter((zone) => zone.timeZone !== timeZone)]);
  const uneven = all.filter((zone, index) => index === 0 || isUneven(zone));
  return (
    <>
      {moved.map(({ sequence, tzVersion, clocks }) => (
        <Notice key={sequence} tone="warn" title={t("movedTitle", { sequence })}>
          <ul>
            {clocks.map(({ timeZone: zone, published, now }) => (
              <li key={zone}>
                {t("moved", {
                  ...{ place: placeOf(zone), tzVersion: tzVersion || t("unknownVersion") },
                  ...{ published: published.replace("T", " "), now: now.replace("T", " ") },
                })}
              </li>
            ))}
          </ul>
          <p>{t("movedRemedy")}</p>
        </Notice>
      ))}
      <ul className="mb-4 max-w-measure list-disc ps-5">
        {uneven.map((zone, index) => (
          <li key={zone.timeZone} className={index === 0 ? "font-semibold" : undefined}>
            <Sentence zone={zone} isOwn={index === 0} />
          </li>
        ))}
      </ul>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">
          {t("table", { count: all.length })}
        </summary>
        <GuardTable zones={all} />
      </details>
    </>
  );
}

/** Such as: Meetings 1 and 2 at 14:00 for you, meeting 3 at 15:00. For Sydney, meeting 1 is on Wednesday. */
function Sentence({ zone, isOwn }: { zone: LocalSeries; isOwn: boolean }) {
  const t = useTranslations("meetings.guard");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const numbers = (sequences: readonly number[]) => ({
    ...{ count: sequences.length, meetings: list.format(sequences.map(String)) },
  });
  const hours = zone.hours.map(({ clock, sequences }) => t("hour", { clock, ...numbers(sequences) }));
  const days = zone.meetings
    .filter(({ isOtherDay }) => isOtherDay)
    .map((meeting) => t("otherDay", { sequence: meeting.sequence, ...partsOf(meeting, locale) }));
  const place = isOwn ? t("you", { place: placeOf(zone.timeZone) }) : placeOf(zone.timeZone);
  return [
    t("sentence", { place, people: zone.people, hours: list.format(hours) }),
    days.length > 0 ? t("otherDays", { days: list.format(days) }) : "",
  ].join(" ");
}

const partsOf = ({ day }: LocalMeeting, locale: string) => {
  const { weekday, day: date, month } = dateParts(new Date(`${day}T12:00:00Z`), "UTC", locale);
  return { weekday, date, month };
};

function GuardTable({ zones }: { zones: readonly LocalSeries[] }) {
  const t = useTranslations("meetings.guard");
  const locale = useLocale();
  return (
    <Table
      caption={t("caption")}
      head={
        <tr>
          <th scope="col">{t("place")}</th>
          {zones[0]?.meetings.map(({ sequence }) => (
            <th key={sequence} scope="col">
              {t("meeting", { sequence })}
            </th>
          ))}
        </tr>
      }
    >
      {zones.map((zone) => (
        <tr key={zone.timeZone}>
          <th scope="row">{t("row", { place: placeOf(zone.timeZone), people: zone.people })}</th>
          {zone.meetings.map((meeting) => {
            const words = t("local", {
              ...{ clock: meeting.clock, endClock: meeting.endClock },
              ...partsOf(meeting, locale),
            });
            const isShifted = meeting.aheadMinutes !== zone.meetings[0]?.aheadMinutes;
            return (
              <td key={meeting.sequence} className={isShifted ? "font-semibold" : undefined}>
                {isShifted && <span className="sr-only">{t("shifted")} </span>}
                {meeting.isOtherDay ? <DayMark>{words}</DayMark> : words}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}
