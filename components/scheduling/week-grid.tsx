"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { FindingLines } from "./finding-lines";
import type { Day } from "#lib/kernel/day";
import { addDays } from "#lib/kernel/day";
import { addMinutes } from "#lib/kernel/interval";
import { dateParts } from "#lib/kernel/moment";
import { clockIn, dayIn } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import { checkSlot, type SlotContext } from "#lib/scheduling/domain/findings";
import { stageWish, type StagedSlot } from "#lib/scheduling/domain/generate-slots";
import {
  type CellPlace,
  coverage,
  type Drawn,
  drawnWishes,
  mondayOf,
  type WeekCell,
  weekCells,
} from "#lib/scheduling/domain/week";
import type { Band, BareSlot, CheckedSlot, Mark } from "./staged";
import { useDrawing } from "./use-drawing";
import { WeekBar } from "./week-bar";
import { WeekTable } from "./week-table";

type Props = {
  timeZone: string;
  now: Date;
  context: SlotContext;
  offered: readonly BareSlot[];
  staged: readonly CheckedSlot[];
  bands: readonly Band[];
  add: (slots: readonly StagedSlot[]) => void;
  remove: (slots: readonly StagedSlot[]) => void;
};

/** A week on which slots are drawn, on the clock of one zone, with the clocks of others beside it. */
export function WeekGrid(props: Props) {
  const { now, context, staged, offered, add, remove } = props;
  const t = useTranslations("offering.draw");
  const locale = useLocale();
  const [timeZone, setTimeZone] = useState(props.timeZone);
  const [beside, setBeside] = useState<readonly string[]>(() => besideAtFirst(context, props.timeZone));
  const [monday, setMonday] = useState(() => firstMonday(props));
  const [lengthMinutes, setLength] = useState(120);
  const [fingerDraws, setFingerDraws] = useState(false);
  const [told, setTold] = useState("");
  const cells = useMemo(() => weekCells(monday, timeZone), [monday, timeZone]);
  const all = useMemo(() => [...staged.map(toMark), ...offered.map(toOfferedMark)], [staged, offered]);

  const draw = (drawn: Drawn) => {
    const cell = cellAt(cells, drawn.from);
    const hit = isOneCell(drawn) && staged.find((slot) => cell && coverage(cell, toMark(slot)) !== "none");
    if (hit) {
      remove([hit]);
      setTold(t("removed", { day: dayValue(hit.day), clock: hit.clock }));
      return;
    }
    const slots = drawnWishes(cells, drawn, { timeZone, lengthMinutes })
      .map(stageWish)
      .filter((slot) => slot !== null && slot.start > now)
      .filter((slot) => slot !== null);
    add(slots);
    const [first] = slots;
    setTold(
      first
        ? t("added", { count: slots.length, day: dayValue(first.day), clock: first.clock })
        : t("notAdded"),
    );
  };
  const drawing = useDrawing({
    fingerDraws,
    onDrawn: draw,
    onLeave: (weeks) => setMonday((day) => addDays(day, 7 * weeks)),
  });
  const wished = wishedSlot(cells, drawing, { timeZone, lengthMinutes });
  return (
    <div className="no-print">
      <WeekBar
        {...{ monday, setMonday, timeZone, setTimeZone, beside, setBeside, lengthMinutes, setLength }}
        {...{ fingerDraws, setFingerDraws }}
        zones={context.zones.map((zone) => zone.timeZone)}
      />
      <WeekTable
        {...{ cells, timeZone, beside, drawing, fingerDraws, now }}
        days={cells[0]?.map(({ day }) => ({ day, name: t("dayHead", namesOf(day, locale)) })) ?? []}
        bands={props.bands}
        marks={all}
        night={context.rules.limits.D3.night}
      />
      <p role="status" className="mt-2 min-h-6">
        {told}
      </p>
      <UnderFocus slot={wished} {...{ context, timeZone }} />
    </div>
  );
}

type UnderProps = { slot: StagedSlot | null; context: SlotContext; timeZone: string };

/** What the rules would say of a slot made now, before it is made. */
function UnderFocus({ slot, context, timeZone }: UnderProps) {
  const t = useTranslations("offering");
  const findings = slot ? checkSlot(slot, context) : [];
  return (
    <div className="min-h-24 text-sm" aria-label={t("draw.under")} role="region">
      {slot && (
        <p className="font-semibold">
          {t("draw.wished", {
            ...{ day: dayValue(slot.day), from: slot.clock, to: clockIn(slot.end, timeZone) },
            minutes: slot.lengthMinutes,
          })}
        </p>
      )}
      <FindingLines findings={findings} />
      {slot && findings.length === 0 && <span className="text-ok">✓ {t("staged.clean")}</span>}
    </div>
  );
}

const toMark = ({ start, lengthMinutes, isBroken }: CheckedSlot): Mark => ({
  ...{ startsAt: start.getTime(), lengthMinutes, kind: isBroken ? "broken" : "staged" },
});

const toOfferedMark = ({ startsAt, lengthMinutes }: BareSlot): Mark => ({
  ...{ startsAt, lengthMinutes, kind: "offered" },
});

/** The slot that would be made at the focus, or from what is being drawn. */
function wishedSlot(
  cells: readonly (readonly WeekCell[])[],
  { focus, drawn }: { readonly focus: CellPlace; readonly drawn: Drawn | null },
  usual: { readonly timeZone: string; readonly lengthMinutes: number },
): StagedSlot | null {
  const [wish] = drawnWishes(cells, drawn ?? { from: focus, to: focus }, usual);
  const slot = wish ? stageWish(wish) : null;
  return slot && { ...slot, end: addMinutes(slot.start, slot.lengthMinutes) };
}

const cellAt = (cells: readonly (readonly WeekCell[])[], { row, column }: CellPlace) => cells[row]?.[column];

const isOneCell = ({ from, to }: Drawn) => from.row === to.row && from.column === to.column;

/** The zones with the most people, but for the chosen one. */
const besideAtFirst = ({ zones }: SlotContext, timeZone: string) =>
  zones
    .map((zone) => zone.timeZone)
    .filter((zone) => zone !== timeZone)
    .slice(0, 3);

/** The week of the first slot there is, or the one three weeks ahead: earlier ones cannot be announced in time. */
function firstMonday({ staged, offered, now, timeZone }: Props): Day {
  const [first] = [
    ...staged.map(({ start }) => start.getTime()),
    ...offered.map(({ startsAt }) => startsAt),
  ].sort((a, b) => a - b);
  return mondayOf(first === undefined ? addDays(dayIn(now, timeZone), 21) : dayIn(new Date(first), timeZone));
}

function namesOf(day: Day, locale: string) {
  const { weekday, day: date, month } = dateParts(new Date(`${day}T12:00:00Z`), "UTC", locale);
  return { weekday, date, month };
}
