import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { StateLabel } from "#components/ui/state-label";
import { Table } from "#components/ui/table";
import type { CalendarEdition } from "#lib/calendars/domain/calendar";
import { dayIn } from "#lib/kernel/zone";

type Props = { editions: readonly CalendarEdition[]; timeZone: string };

/** Every edition of a calendar, newest first, with its source and whether it still counts. */
export function EditionList({ editions, timeZone }: Props) {
  const t = useTranslations("calendars");
  return (
    <Table
      caption={t("editions")}
      head={
        <tr>
          {(["asOf", "source", "entries", "importedBy"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{t("counts")}</span>
          </th>
        </tr>
      }
    >
      {editions.map((edition) => (
        <tr key={edition.id}>
          <th scope="row">
            <DayText day={edition.asOf} />
          </th>
          <td dir="auto">{edition.source}</td>
          <td className="tabular-nums">{edition.entries}</td>
          <td>
            {t.rich("byWhom", {
              name: edition.importedBy,
              day: () => <DayText day={dayIn(edition.importedAt, timeZone)} />,
            })}
          </td>
          <td>
            <StateLabel tone={edition.supersededAt ? "info" : "ok"}>
              {t(edition.supersededAt ? "superseded" : "counts")}
            </StateLabel>
          </td>
        </tr>
      ))}
    </Table>
  );
}
