"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classes } from "#components/ui/classes";
import { SideBadge } from "#components/ui/side-badge";
import type { Day } from "#lib/kernel/day";
import { addMinutes } from "#lib/kernel/interval";
import { type HoursOfDay, isWithinHours } from "#lib/kernel/hours";
import { clockIn, minuteOfDayIn } from "#lib/kernel/zone";
import { placeOf } from "#lib/rules/domain/zone-people";
import { type CellPlace, coverage, isDrawn, type WeekCell } from "#lib/scheduling/domain/week";
import type { useDrawing } from "./use-drawing";
import type { Band, Mark } from "./staged";

/** A column: its day, and how that is called, such as `Tue 16 March`. */
type Heading = { readonly day: Day; readonly name: string };

type Props = {
  cells: readonly (readonly WeekCell[])[];
  days: readonly Heading[];
  timeZone: string;
  beside: readonly string[];
  bands: readonly Band[];
  marks: readonly Mark[];
  drawing: ReturnType<typeof useDrawing>;
  fingerDraws: boolean;
  now: Date;
  /** From when to when it is night, in the rules in force. */
  night: HoursOfDay;
};

/** The half hours of a week as a grid: bands of both sides' meetings and the local night lie behind the slots. */
export function WeekTable(props: Props) {
  const { cells, days, timeZone, drawing, fingerDraws } = props;
  const t = useTranslations("offering.draw");
  const box = useRef<HTMLDivElement>(null);
  const beside = props.beside.filter((zone) => zone !== "");
  const zones = [timeZone, ...beside];
  const { row, column } = drawing.drawn?.to ?? drawing.focus;
  useEffect(() => {
    // Mornings and afternoons are in view at first, not the night.
    const first = box.current?.querySelector<HTMLElement>('[data-row="14"]');
    if (first && box.current) box.current.scrollTop = first.offsetTop - 80;
  }, []);
  useEffect(() => {
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);
    if (box.current?.contains(document.activeElement)) cell?.focus();
  }, [row, column]);
  return (
    <div ref={box} className="week" data-draws={fingerDraws}>
      <table role="grid" aria-label={t("grid", { zone: placeOf(timeZone) })} {...drawing.handlers}>
        <thead>
          <tr>
            {zones.map((zone, index) => (
              <th key={`${zone} ${index}`} scope="col" className="week-clock" data-place={index}>
                {placeOf(zone)}
                {changes(cells, zone) && <span className="block text-warn">! {t("change")}</span>}
              </th>
            ))}
            {days.map((day) => (
              <th key={day.day} scope="col">
                {day.name}
                <Bands bands={bandsOn(props.bands, day.day)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cellsOfRow, at) => (
            <tr key={at} data-row={at}>
              {zones.map((zone, index) => (
                <th key={`${zone} ${index}`} scope="row" className="week-clock" data-place={index}>
                  {cellsOfRow[0] && (at % 2 === 0 || index > 0) && clockIn(cellsOfRow[0].start, zone)}
                </th>
              ))}
              {cellsOfRow.map((cell, index) => (
                <Cell key={cell.day} {...{ cell, row: at, column: index }} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bands({ bands }: { bands: readonly Band[] }) {
  const t = useTranslations("offering.draw");
  return bands.map(({ letter, group, title }) => (
    <span key={`${group} ${title}`} className="block font-normal" title={title}>
      {letter === "" ? (
        <span className="text-muted">{t("other", { name: group, title })}</span>
      ) : (
        <SideBadge letter={letter} name={t("meets", { group })} />
      )}
    </span>
  ));
}

type CellProps = Props & { cell: WeekCell; row: number; column: number };

function Cell({ cell, row, column, ...props }: CellProps) {
  const t = useTranslations("offering.draw");
  const { drawn, focus } = props.drawing;
  const mark = markAt(cell, props.marks);
  const letters = lettersOn(props.bands, cell.day);
  const isOff = cell.start <= props.now || !cell.exists;
  const band = letters !== "" && t("band");
  const isSelected = drawn !== null && isDrawn(drawn, { row, column });
  const words = [`${nameOf(props.days, column)} ${cell.clock}`, mark && t(`kind.${mark.kind}`), band];
  return (
    <td
      role="gridcell"
      data-cell={`${row} ${column}`}
      tabIndex={isAt(focus, row, column) ? 0 : -1}
      aria-selected={mark !== null || isSelected}
      aria-disabled={isOff}
      aria-label={words.filter(Boolean).join(", ")}
      className={looksOf({ isNight: isNight(cell, props), isOff, isSelected, letters, mark })}
    >
      {mark?.isStart && (
        <span aria-hidden="true">
          {SIGNS[mark.kind]}
          {span(mark, props.timeZone)}
        </span>
      )}
    </td>
  );
}

type Look = { isNight: boolean; isOff: boolean; isSelected: boolean; letters: string; mark: Mark | null };

const looksOf = ({ isNight, isOff, isSelected, letters, mark }: Look) =>
  classes(
    isNight && "is-night",
    letters !== "" && `is-band-${letters.toLowerCase()}`,
    isOff && "is-past",
    isSelected && "is-drawn",
    mark && `is-${mark.kind}`,
  );

const isAt = (place: CellPlace, row: number, column: number) => place.row === row && place.column === column;

const SIGNS: Readonly<Record<Mark["kind"], string>> = { staged: "", broken: "✕ ", offered: "✓ " };

function markAt(cell: WeekCell, marks: readonly Mark[]): (Mark & { readonly isStart: boolean }) | null {
  let found: (Mark & { readonly isStart: boolean }) | null = null;
  for (const mark of marks) {
    const how = coverage(cell, mark);
    if (how === "start") return { ...mark, isStart: true };
    if (how === "inside") found ??= { ...mark, isStart: false };
  }
  return found;
}

function span({ startsAt, lengthMinutes }: Mark, timeZone: string): string {
  const start = new Date(startsAt);
  return `${clockIn(start, timeZone)}-${clockIn(addMinutes(start, lengthMinutes), timeZone)}`;
}

const bandsOn = (bands: readonly Band[], day: Day) =>
  bands.filter(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn);

const lettersOn = (bands: readonly Band[], day: Day) =>
  [...new Set(bandsOn(bands, day).map(({ letter }) => letter))].sort().join("");

const nameOf = (days: readonly Heading[], column: number) => days[column]?.name ?? "";

function isNight(cell: WeekCell, { timeZone, night }: Pick<Props, "timeZone" | "night">): boolean {
  return isWithinHours(minuteOfDayIn(cell.start, timeZone), night);
}

/** Whether the clock of a zone moves against that of the grid within the week: its times hold for the first day. */
function changes(cells: readonly (readonly WeekCell[])[], zone: string): boolean {
  const clocks = cells[24]?.map(({ start }) => clockIn(start, zone)) ?? [];
  return new Set(clocks).size > 1;
}
