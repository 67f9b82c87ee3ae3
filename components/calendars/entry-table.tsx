import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { Moment } from "#components/ui/moment";
import { Table } from "#components/ui/table";
import type { CalendarEntry } from "#lib/calendars/domain/calendar";

type Props = { caption: string; captionShown?: boolean; entries: readonly CalendarEntry[]; timeZone: string };

const MOST_SHOWN = 200;

/** Entries with when and where; the first two hundred of many. */
export function EntryTable({ caption, captionShown = false, entries, timeZone }: Props) {
  const t = useTranslations("calendars");
  return (
    <div>
      <Table
        caption={caption}
        captionShown={captionShown}
        head={
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("place")}</th>
          </tr>
        }
      >
        {entries.slice(0, MOST_SHOWN).map((entry) => (
          <tr key={entry.key}>
            <td>
              <EntryWhen entry={entry} timeZone={timeZone} />
            </td>
            <th scope="row" dir="auto">
              {entry.title}
            </th>
            <td dir="auto">{entry.place}</td>
          </tr>
        ))}
      </Table>
      {entries.length > MOST_SHOWN && (
        <p className="mt-2 text-muted">{t("more", { count: entries.length - MOST_SHOWN })}</p>
      )}
    </div>
  );
}

/** The days or the times of an entry. */
export function EntryWhen({ entry, timeZone }: { entry: CalendarEntry; timeZone: string }) {
  const t = useTranslations("calendars");
  if (entry.startsAt !== null)
    return <Moment start={entry.startsAt} end={entry.endsAt} timeZone={timeZone} compact />;
  const { opensOn, closesOn } = entry;
  if (opensOn === closesOn) return <DayText day={opensOn} />;
  return t.rich("wholeDays", { from: () => <DayText day={opensOn} />, to: () => <DayText day={closesOn} /> });
}
