import { useTranslations } from "next-intl";
import Link from "next/link";
import { DayText } from "#components/ui/day";
import { StateLabel } from "#components/ui/state-label";
import { Table } from "#components/ui/table";
import type { Calendar, CalendarEdition } from "#lib/calendars/domain/calendar";

export type CalendarLine = { readonly calendar: Calendar; readonly current: CalendarEdition | null };

/** The calendars of one kind: what each is of, its newest edition, and what a clash does. */
export function CalendarTable({ lines }: { lines: readonly CalendarLine[] }) {
  const t = useTranslations("calendars");
  return (
    <Table
      caption={t("caption")}
      head={
        <tr>
          {(["name", "source", "asOf", "entries", "effect"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      }
    >
      {lines.map(({ calendar, current }) => (
        <tr key={calendar.id}>
          <th scope="row">
            <Link href={`/calendars/${calendar.id}` as never} dir="auto">
              {calendar.title}
            </Link>{" "}
            <span className="font-normal text-muted">{calendar.group?.reference ?? calendar.country}</span>{" "}
            {calendar.isSample && <StateLabel tone="warn">{t("sample")}</StateLabel>}
          </th>
          <td dir="auto">{current?.source ?? t("noEdition")}</td>
          <td>{current && <DayText day={current.asOf} />}</td>
          <td className="tabular-nums">{current?.entries ?? 0}</td>
          <td>
            <EffectLabel effect={calendar.effect} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Whether a calendar warns or blocks, in a word. */
export function EffectLabel({ effect }: { effect: Calendar["effect"] }) {
  const t = useTranslations("calendars.effectShort");
  return <StateLabel tone={effect === "block" ? "bad" : "info"}>{t(effect)}</StateLabel>;
}
