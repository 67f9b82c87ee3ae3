"use client";

import { useTranslations } from "next-intl";
import { memo, useCallback, useSyncExternalStore } from "react";
import type { DateParts } from "#lib/kernel/moment";
import type { SheetSlot, SheetTimes } from "#lib/scheduling/domain/sheet";
import type { AnswerStore } from "./answer-store";
import { SHAPES } from "./shapes";

type Props = {
  slot: SheetSlot & SheetTimes;
  date: DateParts;
  place: string | null;
  /** Which of how many slots it is, in time order. */
  number: number;
  count: number;
  /** As a cell that the grid's keys and brush serve, or as three choices of its own. */
  asCell: boolean;
  isFirst: boolean;
  isNew: boolean;
  store: AnswerStore;
};

/** One slot: its time, three answers, and the form's field that says which. It alone is drawn anew when answered. */
export const SlotCell = memo(function SlotCell(props: Props) {
  const { slot, store, asCell } = props;
  const t = useTranslations("answering");
  const listen = useCallback((listener: () => void) => store.onSlot(slot.id, listener), [store, slot.id]);
  const read = () => `${store.given(slot.id) ?? ""}${store.isProposed(slot.id) ? " proposed" : ""}`;
  const [given = "", proposed] = useSyncExternalStore(listen, read, read).split(" ");
  const spoken = (answer: string) => spokenSlot(props, answer, t);
  return (
    <div
      className="sheet-cell"
      data-slot={slot.id}
      data-given={given}
      data-proposed={proposed}
      {...(asCell
        ? { role: "gridcell", tabIndex: props.isFirst ? 0 : -1, "aria-label": spokenCell(props, t) }
        : { role: "radiogroup", "aria-labelledby": `t${slot.id}` })}
    >
      <SlotTimes {...props} />
      <span className="sheet-three">
        {SHAPES.map(([value, shape]) => (
          <label key={value} className="answer" data-value={value}>
            <input
              type="radio"
              name={`answer.${slot.id}`}
              value={value}
              checked={given === value}
              onChange={() => store.set([slot.id], value)}
              aria-label={spoken(t(value))}
              suppressHydrationWarning
            />
            <span aria-hidden="true">{shape}</span> <span className="sheet-word">{t(value)}</span>
          </label>
        ))}
      </span>
      <Marks isNew={props.isNew} proposed={proposed !== undefined} />
    </div>
  );
});

function Marks({ isNew, proposed }: { isNew: boolean; proposed: boolean }) {
  const t = useTranslations("answering");
  if (!isNew && !proposed) return null;
  return (
    <span className="sheet-mark">
      {isNew && <b>{t("isNew")}</b>} {proposed && t("fromProfile")}
    </span>
  );
}

/** When a slot is, on the clock of the reader and of the zones beside. */
function SlotTimes({ slot, place }: Pick<Props, "slot" | "place">) {
  const t = useTranslations("answering");
  const { from, to, beside } = slot;
  return (
    <span className="sheet-when">
      <b id={`t${slot.id}`} suppressHydrationWarning>
        {place ? t("yoursIn", { from, to, place }) : t("yours", { from, to })}
      </b>
      <span className="sheet-beside" suppressHydrationWarning>
        {beside
          .map(({ time, place: there, date }) =>
            date
              ? t("besideOn", { time, place: there, date: t("shortDate", { ...date }) })
              : t("beside", { time, place: there }),
          )
          .join(" · ")}
      </span>
    </span>
  );
}

type Translate = ReturnType<typeof useTranslations<"answering">>;

/** "Tuesday 3 March, 14:00 to 16:00 your time, yes, 3 of 48". */
function spokenCell(props: Props, t: Translate): string {
  const given = props.store.given(props.slot.id);
  const said = t(given ?? "none");
  const answer = props.store.isProposed(props.slot.id) ? t("proposed", { answer: said }) : said;
  return t("cell", { slot: spokenSlot(props, answer, t), number: props.number, count: props.count });
}

function spokenSlot({ slot: { from, to }, date, place }: Props, answer: string, t: Translate): string {
  const when = { date: t("spokenDate", { ...date }), from, to, answer };
  return place ? t("spokenIn", { ...when, place }) : t("spoken", when);
}
