"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import type { SheetDay } from "#lib/scheduling/domain/sheet";
import type { AnswerStore } from "./answer-store";
import { SHAPES } from "./shapes";
import { SlotCell } from "./slot-cell";

type Props = {
  day: SheetDay;
  /** The slots of the day by column. */
  places: readonly (SheetDay["slots"][number] | null)[];
  /** How many slots come before this day, and how many there are. */
  before: number;
  count: number;
  /** False before scripts run: then only what works without them is there. */
  ready: boolean;
  asCells: boolean;
  newIds: ReadonlySet<string>;
  store: AnswerStore;
};

/** One day of the sheet: its name stays in view, and one press answers all its slots. */
export const DayRow = memo(function DayRow({ day, places, before, ready, asCells, ...props }: Props) {
  const t = useTranslations("answering");
  const numbers = new Map(day.slots.map(({ id }, index) => [id, before + index + 1]));
  return (
    <section
      className={day.startsWeek ? "sheet-row sheet-week" : "sheet-row"}
      {...(asCells && { role: "row" })}
    >
      <div className="sheet-day" {...(asCells && { role: "rowheader" })}>
        <h2 suppressHydrationWarning>
          {t("dayName", { ...day.date })} <span className="sheet-year">{day.date.year}</span>
        </h2>
        {day.place && <p className="sheet-place">{t("inPlace", { place: day.place })}</p>}
        {day.slots.length > 1 &&
          (ready ? (
            <WholeDay day={day} store={props.store} inGrid={asCells} />
          ) : (
            <span className="sheet-whole" />
          ))}
      </div>
      {places.map((slot, column) =>
        slot ? (
          <SlotCell
            key={slot.id}
            {...{ slot, date: day.date, place: day.place, asCell: asCells }}
            number={numbers.get(slot.id) ?? 0}
            count={props.count}
            isFirst={numbers.get(slot.id) === 1}
            isNew={props.newIds.has(slot.id)}
            store={props.store}
          />
        ) : (
          <div key={column} className="sheet-empty" {...(asCells && { role: "gridcell" })} />
        ),
      )}
    </section>
  );
});

/** One answer for all slots of the day. In the grid it is for the mouse: keys select a row and answer it. */
function WholeDay({ day, store, inGrid }: { day: SheetDay; store: AnswerStore; inGrid: boolean }) {
  const t = useTranslations("answering");
  const ids = day.slots.map(({ id }) => id);
  const date = t("date", { ...day.date });
  return (
    <span className="sheet-whole">
      {SHAPES.map(([value, shape]) => (
        <button
          key={value}
          type="button"
          tabIndex={inGrid ? -1 : 0}
          onClick={() => store.set(ids, value)}
          aria-label={t("wholeDaySpoken", { date, answer: t(value) })}
          title={t("wholeDaySpoken", { date, answer: t(value) })}
        >
          {shape}
        </button>
      ))}
    </span>
  );
}
