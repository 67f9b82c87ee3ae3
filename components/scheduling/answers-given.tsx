import { useLocale, useTranslations } from "next-intl";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import type { ZonePlan } from "#lib/availability/domain/zone-plan";
import { groupByDay, type SheetSlot } from "#lib/scheduling/domain/sheet";
import type { SheetSettings } from "#lib/scheduling/domain/sheet-settings";

const SHAPES = { yes: "●", if_need_be: "◐", no: "○" } as const;

type Props = {
  slots: readonly SheetSlot[];
  answers: Readonly<Partial<Record<string, Answer>>>;
  note: string;
  plan: ZonePlan;
  settings: SheetSettings;
};

/** What somebody answered, once it can no longer be changed. */
export function AnswersGiven({ slots, answers, note, plan, settings }: Props) {
  const t = useTranslations("answering");
  const locale = useLocale();
  const { timeZone, beside, clock, weekStart } = settings;
  const own = timeZone ? { home: timeZone, stays: [] } : plan;
  const days = groupByDay(slots, { plan: own, beside, clock, weekStart, locale });
  return (
    <>
      <h2 className="mt-6 text-xl font-semibold">{t("given")}</h2>
      <ul className="mt-2">
        {days.flatMap(({ date, slots: ofDay }) =>
          ofDay.map(({ id, from, to, beside: others }) => {
            const answer = answers[id];
            return (
              <li key={id} className="border-b border-line py-2">
                <b>
                  {t("date", { ...date })}, {t("yours", { from, to })}
                </b>{" "}
                <span className="text-muted">
                  {others.map(({ time, place }) => t("beside", { time, place })).join(" · ")}
                </span>{" "}
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
