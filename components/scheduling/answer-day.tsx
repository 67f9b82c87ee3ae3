"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { DateParts } from "#lib/kernel/moment";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import type { SheetDay } from "#lib/scheduling/domain/sheet";

const SHAPES = [
  ["yes", "●"],
  ["if_need_be", "◐"],
  ["no", "○"],
] as const;

type Props = {
  day: SheetDay;
  answers: Readonly<Partial<Record<string, Answer>>>;
  onAnswer: (slotIds: readonly string[], answer: Answer) => void;
};

/** One day of the sheet: its name stays in view, its slots have three answers each. */
export function AnswerDay({ day, answers, onAnswer }: Props) {
  const t = useTranslations("scheduling.answer");
  const date = t("date", words(day.date));
  return (
    <section className="answer-day">
      <div className="sticky top-0 z-1 flex flex-wrap items-center justify-between gap-x-4 border-b border-line bg-paper py-1">
        <h2 className="text-lg font-semibold" suppressHydrationWarning>
          {date}
        </h2>
        <WholeDay day={day} date={date} onAnswer={onAnswer} />
      </div>
      {day.slots.map((slot) => (
        <div
          role="radiogroup"
          aria-labelledby={`t${slot.id}`}
          key={slot.id}
          className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2"
        >
          <span>
            <b id={`t${slot.id}`} className="tabular-nums" suppressHydrationWarning>
              {t("yours", { from: slot.from, to: slot.to })}
            </b>
            <span className="block text-sm text-muted" suppressHydrationWarning>
              {slot.genevaDate
                ? t("genevaOn", { time: slot.geneva, date: t("shortDate", words(slot.genevaDate)) })
                : t("geneva", { time: slot.geneva })}
              {" · "}
              {t("utc", { time: slot.utc, date: t("shortDate", words(slot.utcDate)) })}
            </span>
          </span>
          <span className="flex">
            {SHAPES.map(([value, shape]) => (
              <label key={value} className="answer">
                <input
                  type="radio"
                  name={`answer.${slot.id}`}
                  value={value}
                  checked={answers[slot.id] === value}
                  onChange={() => onAnswer([slot.id], value)}
                  aria-label={t("spoken", {
                    date: t("spokenDate", words(day.date)),
                    from: slot.from,
                    to: slot.to,
                    answer: t(value),
                  })}
                  suppressHydrationWarning
                />
                <span aria-hidden="true">{shape}</span> {t(value)}
              </label>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}

/** One answer for all slots of the day. It needs scripts, so it is not there before they run. */
function WholeDay({ day, date, onAnswer }: Pick<Props, "day" | "onAnswer"> & { date: string }) {
  const t = useTranslations("scheduling.answer");
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const ids = day.slots.map(({ id }) => id);
  return (
    <div className="flex min-h-11 items-center gap-1 text-sm text-muted">
      {ready && day.slots.length > 1 && (
        <>
          <span aria-hidden="true">{t("wholeDay")}</span>
          {SHAPES.map(([value, shape]) => (
            <button
              key={value}
              type="button"
              onClick={() => onAnswer(ids, value)}
              aria-label={t("wholeDaySpoken", { date, answer: t(value) })}
              className="min-h-11 min-w-11 text-lg text-ink hover:bg-shade"
            >
              {shape}
            </button>
          ))}
        </>
      )}
    </div>
  );
}

const words = ({ weekday, day, month, year }: DateParts) => ({ weekday, day, month, year });
