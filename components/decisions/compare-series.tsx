import { useTranslations } from "next-intl";
import { ClockGuard } from "#components/meetings/clock-guard";
import { Moment } from "#components/ui/moment";
import { Table } from "#components/ui/table";
import type { SeriesView } from "#lib/decisions/domain/ranking-view";
import { shareClocks } from "#lib/decisions/domain/shared-clocks";
import { addMinutes } from "#lib/kernel/interval";
import { LocalClock } from "./local-times";
import { SideBar } from "./side-bar";

type Props = { left: SeriesView; right: SeriesView; timeZone: string };

/** Two series held against each other: people of each side, local times of each zone, and the burden as bars. */
export function CompareSeries({ left, right, timeZone }: Props) {
  const t = useTranslations("decisions.compare");
  return (
    <div className="grid gap-8">
      <Table caption={t("meetings")} captionShown head={<Heads left={left} right={right} />}>
        {left.meetings.map((meeting, index) => (
          <tr key={meeting.id}>
            <th scope="row">{t("meeting", { number: index + 1 })}</th>
            {[meeting, right.meetings[index]].map((one, side) => (
              <td key={side}>{one && <MeetingCell meeting={one} timeZone={timeZone} />}</td>
            ))}
          </tr>
        ))}
      </Table>
      <Table caption={t("zones")} captionShown head={<Heads left={left} right={right} />}>
        {shareClocks([left, right]).map(({ places, people, zones }) => (
          <tr key={places[0]}>
            <th scope="row" className="font-normal">
              {t("people", { place: places.join(", "), people })}
            </th>
            {zones.map((zone, side) => (
              <td key={side}>
                <ZoneCell zone={zone} places={places.length} most={mostBurden(left, right)} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <Guards left={left} right={right} timeZone={timeZone} />
    </div>
  );
}

/** How both series look on everybody's clock, across clock changes and the date line. */
function Guards({ left, right, timeZone }: Props) {
  const t = useTranslations("decisions.compare");
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {[left, right].map((series, side) => (
        <section key={side} aria-label={t("guard", { place: series.place })}>
          <h3 className="mb-2 font-semibold">{t("guard", { place: series.place })}</h3>
          <ClockGuard
            meetings={series.meetings.map(({ startsAt, lengthMinutes }, index) => {
              const start = new Date(startsAt);
              return { sequence: index + 1, start, end: addMinutes(start, lengthMinutes) };
            })}
            zones={series.zones}
            timeZone={timeZone}
          />
        </section>
      ))}
    </div>
  );
}

function Heads({ left, right }: Omit<Props, "timeZone">) {
  const t = useTranslations("decisions.compare");
  return (
    <tr>
      <th scope="col">
        <span className="sr-only">{t("what")}</span>
      </th>
      {[left, right].map(({ place }, side) => (
        <th key={side} scope="col">
          {t("series", { place })}
        </th>
      ))}
    </tr>
  );
}

function MeetingCell({ meeting, timeZone }: { meeting: SeriesView["meetings"][number]; timeZone: string }) {
  const start = new Date(meeting.startsAt);
  return (
    <>
      <Moment start={start} end={addMinutes(start, meeting.lengthMinutes)} timeZone={timeZone} compact />
      <span className="mt-2 grid gap-1">
        {meeting.sides.map((total) => (
          <SideBar key={total.letter} total={total} />
        ))}
      </span>
    </>
  );
}

const mostBurden = (...series: readonly SeriesView[]) =>
  Math.max(1, ...series.flatMap(({ zones }) => zones.map(({ burden, carried }) => burden + carried)));

type CellProps = { zone: SeriesView["zones"][number]; places: number; most: number };

function ZoneCell({ zone, places, most }: CellProps) {
  const t = useTranslations("decisions.compare");
  const { times, burden, carried } = zone;
  const at = (size: number) => Math.round((size / most) * 120);
  return (
    <>
      <span className="flex flex-wrap gap-x-3">
        {times.map((time, index) => (
          <LocalClock key={index} time={time} />
        ))}
      </span>
      <span className="flex items-center gap-2 text-sm">
        <svg
          role="img"
          aria-label={t("burden", { burden, carried })}
          viewBox="0 0 120 10"
          width={120}
          height={10}
        >
          <title>{t("burden", { burden, carried })}</title>
          <rect width={120} height="10" className="fill-shade" />
          <rect width={at(carried)} height="10" className="fill-control" />
          <rect x={at(carried)} width={at(burden)} height="10" className="fill-accent" />
        </svg>
        <span className="whitespace-nowrap tabular-nums">{t("sum", { sum: burden + carried, places })}</span>
      </span>
    </>
  );
}
