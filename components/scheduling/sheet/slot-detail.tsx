"use client";

import { useTranslations } from "next-intl";
import type { SheetDay } from "#lib/scheduling/domain/sheet";

/** The slot that has the focus, on all clocks with their days. The grid's cells have no room for it. */
export function SlotDetail({ days, id }: { days: readonly SheetDay[]; id: string }) {
  const t = useTranslations("answering");
  const day = days.find(({ slots }) => slots.some((slot) => slot.id === id));
  const slot = day?.slots.find((each) => each.id === id);
  return (
    <p className="sheet-detail mt-2 min-h-12 text-sm text-muted" aria-hidden="true">
      {day && slot ? (
        <>
          <b className="text-ink">{t("date", { ...day.date })}</b> ·{" "}
          {day.place
            ? t("yoursIn", { from: slot.from, to: slot.to, place: day.place })
            : t("yours", { from: slot.from, to: slot.to })}
          {slot.beside.map(({ place, time, date }) => (
            <span key={place}>
              {" · "}
              {date
                ? t("besideOn", { time, place, date: t("shortDate", { ...date }) })
                : t("beside", { time, place })}
            </span>
          ))}
        </>
      ) : (
        t("keys")
      )}
    </p>
  );
}
