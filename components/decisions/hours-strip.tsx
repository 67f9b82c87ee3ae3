import { useTranslations } from "next-intl";
import { clockOfMinute, isWithinHours, stretchesOf } from "#lib/kernel/hours";
import type { Hours, SeriesView } from "#lib/decisions/domain/ranking-view";

const WIDTH = 240;
const DAY = 1_440;

type Props = {
  zones: SeriesView["zones"];
  /** Which meeting of the series. */
  index: number;
  hours: Hours;
};

/** Where the start of a meeting lies on the local clocks, from midnight to midnight: one mark for each local hour. */
export function HoursStrip({ zones, index, hours: { day, night } }: Props) {
  const t = useTranslations("decisions.strip");
  const marks = byMinute(zones, index);
  const isNight = (minute: number) => isWithinHours(minute, night);
  const atNight = marks.filter(({ minute }) => isNight(minute)).reduce((sum, { people }) => sum + people, 0);
  const words = t("title", { night: atNight, from: clockOfMinute(night.from), to: clockOfMinute(night.to) });
  const at = (minute: number) => (minute / DAY) * WIDTH;
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`-6 0 ${WIDTH + 12} 30`}
      width={WIDTH + 12}
      height={30}
      className="max-w-full"
    >
      <title>{words}</title>
      <rect width={WIDTH} y="3" height="16" className="fill-shade" />
      {stretchesOf(night).map(({ from, to }) => (
        <rect key={from} x={at(from)} width={at(to - from)} y="3" height="16" className="fill-line" />
      ))}
      {stretchesOf(day).map(({ from, to }) => (
        <rect key={from} x={at(from)} width={at(to - from)} y="17" height="2" className="fill-ok" />
      ))}
      {[0, 6, 12, 18, 24].map((hour) => (
        <text
          key={hour}
          x={at(hour * 60)}
          y="29"
          textAnchor="middle"
          fontSize="9"
          className="fill-muted tabular-nums"
        >
          {hour}
        </text>
      ))}
      {marks.map(({ minute, people, places }) => (
        <g key={minute} className={isNight(minute) ? "text-bad" : "text-accent"}>
          <title>{t("mark", { time: clockOfMinute(minute), people, places: places.join(", ") })}</title>
          {isNight(minute) ? (
            <path
              d={`M${at(minute)} ${11 - size(people)}l${size(people)} ${size(people)}l-${size(people)} ${size(people)}l-${size(people)} -${size(people)}z`}
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
            />
          ) : (
            <circle cx={at(minute)} cy="11" r={size(people)} fill="currentColor" fillOpacity="0.85" />
          )}
        </g>
      ))}
    </svg>
  );
}

type Mark = { readonly minute: number; readonly people: number; readonly places: readonly string[] };

function byMinute(zones: SeriesView["zones"], index: number): Mark[] {
  const marks = new Map<number, Mark>();
  for (const { place, people, times } of zones) {
    const minute = times[index]?.minute ?? 0;
    const before = marks.get(minute);
    marks.set(minute, {
      minute,
      people: people + (before?.people ?? 0),
      places: [...(before?.places ?? []), place],
    });
  }
  return [...marks.values()];
}

const size = (people: number) => Math.round(Math.min(7, 2.5 + Math.sqrt(people)) * 10) / 10;
