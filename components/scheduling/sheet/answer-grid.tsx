"use client";

import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { classes } from "#components/ui/classes";
import type { SheetDay } from "#lib/scheduling/domain/sheet";
import { layOut, type SheetColumn } from "#lib/scheduling/domain/sheet-grid";
import type { AnswerStore } from "./answer-store";
import { DayRow } from "./day-row";
import { useGridKeys } from "./use-grid-keys";
import type { SheetView } from "#lib/scheduling/domain/sheet-settings";
import { usePainting } from "./use-painting";

/** As many days can stand side by side on a wide page. */
const DAYS_BESIDE = 7;

type Props = {
  days: readonly SheetDay[];
  view: SheetView;
  /** False before scripts run. */
  ready: boolean;
  /** Whether one finger paints. */
  painting: boolean;
  newIds: ReadonlySet<string>;
  store: AnswerStore;
  onSlot: (id: string) => void;
};

/**
 * All slots with their answers. The same fields look like a grid or like a list by the classes alone, so that nothing
 * jumps when scripts arrive, and without scripts it is the list.
 */
export const AnswerGrid = memo(function AnswerGrid({ days, ready, painting, store, ...props }: Props) {
  const t = useTranslations("answering");
  const { columns, rows } = useMemo(() => layOut(days), [days]);
  const asCells = ready && props.view === "grid";
  const keys = useGridKeys(rows, store, props.onSlot);
  const brush = usePainting(store, painting);
  const firsts = useMemo(() => numberDays(days), [days]);
  const count = days.reduce((sum, { slots }) => sum + slots.length, 0);
  const name = classes(
    "sheet",
    columns ? "sheet-by-time" : "sheet-in-order",
    days.length <= DAYS_BESIDE && "sheet-few-days",
    painting && "sheet-painting",
  );
  return (
    <div className="sheet-box" id="answers">
      <div
        className={name}
        {...(asCells && {
          role: "grid",
          "aria-label": t("grid"),
          "aria-multiselectable": true,
          ...keys,
          ...brush,
        })}
      >
        {columns && <Times columns={columns} asCells={asCells} />}
        {days.map((day, row) => (
          <DayRow
            key={`${day.day} ${day.place ?? ""}`}
            {...{ day, count, ready, asCells, store, newIds: props.newIds }}
            places={rows[row] ?? []}
            before={firsts[row] ?? 0}
          />
        ))}
      </div>
    </div>
  );
});

/** How many slots come before each day. */
function numberDays(days: readonly SheetDay[]): number[] {
  let before = 0;
  return days.map(({ slots }) => (before += slots.length) - slots.length);
}

/** The times that the days share, on the reader's clock and on those beside. */
function Times({ columns, asCells }: { columns: readonly SheetColumn[]; asCells: boolean }) {
  const t = useTranslations("answering");
  return (
    <div className="sheet-row sheet-times" {...(asCells && { role: "row" })}>
      <div className="sheet-day" {...(asCells && { role: "columnheader" })}>
        <b>{t("yourTime")}</b>
        {columns[0]?.beside.map(({ place }) => (
          <span key={place}>{place}</span>
        ))}
      </div>
      {columns.map(({ from, to, beside }) => (
        <div key={`${from} ${to}`} className="sheet-time" {...(asCells && { role: "columnheader" })}>
          <b suppressHydrationWarning>
            {from}-{to}
          </b>
          {beside.map(({ place, times }) => (
            <span key={place} suppressHydrationWarning>
              {times.join(" / ")}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
