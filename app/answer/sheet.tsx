import { getTranslations } from "next-intl/server";
import { AnswerPoll } from "#components/scheduling/answer-poll";
import { AnswersGiven } from "#components/scheduling/answers-given";
import { SheetHead } from "#components/scheduling/sheet-head";
import { clockIn, dayIn, GENEVA, isTimeZone } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import type { AnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  sheet: AnswerSheet;
  by: Readonly<Record<string, string>>;
  timeZone: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The sheet of one invited person: to be filled in until the deadline, to be read afterwards. */
export async function Sheet({ sheet, by, timeZone, action }: Props) {
  const t = await getTranslations("scheduling.answer");
  const { phase, closesAt, slots, answers, note, answeredAt } = sheet;
  const { title, sides } = sheet.series;
  const saved = answeredAt
    ? t("savedBefore", { clock: clockIn(answeredAt, GENEVA), at: dayValue(dayIn(answeredAt, GENEVA)) })
    : "";
  return (
    <>
      <SheetHead {...{ title, sides, phase, closesAt, timeZone }} name={sheet.person.name} />
      {phase === "open" ? (
        <AnswerPoll
          {...{ by, slots, answers, note, timeZone, saved, action }}
          slotsVersion={sheet.slotsVersion}
          version={sheet.version}
        />
      ) : (
        <AnswersGiven {...{ slots, answers, note, timeZone }} />
      )}
    </>
  );
}

/** The zone asked for in the address, if there is such a one, else the person's own. */
export function zoneOf(asked: string | string[] | undefined, own: string): string {
  return typeof asked === "string" && isTimeZone(asked) ? asked : own;
}
