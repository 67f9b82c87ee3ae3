import { useLocale, useTranslations } from "next-intl";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { groupByDay, type SheetSlot } from "#lib/scheduling/domain/sheet";

const SHAPES = { yes: "●", if_need_be: "◐", no: "○" } as const;

type Props = {
  slots: readonly SheetSlot[];
  answers: Readonly<Partial<Record<string, Answer>>>;
  note: string;
  timeZone: string;
};

/** What somebody answered, once it can no longer be changed. */
export function AnswersGiven({ slots, answers, note, timeZone }: Props) {
  const t = useTranslations("scheduling.answer");
  const locale = useLocale();
  return (
    <>
      <h2 className="mt-6 text-xl font-semibold">{t("given")}</h2>
      <ul className="mt-2">
        {groupByDay(slots, { timeZone, locale }).flatMap(({ date, slots: ofDay }) =>
          ofDay.map(({ id, from, to, geneva }) => {
            const answer = answers[id];
            return (
              <li key={id} className="border-b border-line py-2">
                <b>
                  {t("date", { ...date })}, {t("yours", { from, to })}
                </b>{" "}
                <span className="text-muted">{t("geneva", { time: geneva })}</span>{" "}
                {answer ? `${SHAPES[answer]} ${t(answer)}` : t("none")}
              </li>
            );
          }),
        )}
      </ul>
      {note && (
        <p className="mt-4 max-w-measure whitespace-pre-line" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
