import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { RadioGroup, TextArea } from "#components/ui/fields";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { GENEVA } from "#lib/kernel/zone";
import { groupByDay, type SheetClock, type SheetSlot } from "#lib/scheduling/domain/sheet";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  hidden: Readonly<Record<string, string | number>>;
  slots: readonly SheetSlot[];
  answers: Readonly<Partial<Record<string, Answer>>>;
  note: string;
  /** Of the person for whom answers are entered. */
  timeZone: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What somebody told the secretariat: one line a slot, on that person's clock. */
export function EntryForm({ hidden, slots, answers, note, timeZone, action }: Props) {
  const t = useTranslations("scheduling.entering");
  const locale = useLocale();
  const clock: SheetClock = {
    ...{ plan: { home: timeZone, stays: [] }, beside: [GENEVA], clock: 24, weekStart: 1, locale },
  };
  const options = (["yes", "if_need_be", "no"] as const).map((value) => ({
    value,
    label: t(`answer.${value}`),
  }));
  return (
    <ActionForm
      action={action}
      submit={t("submit")}
      hidden={{ ...hidden, seen: slots.map(({ id }) => id).join(" ") }}
    >
      {groupByDay(slots, clock).map((day) => (
        <section key={day.day} aria-label={t("date", { ...day.date })}>
          <h2 className="font-semibold">{t("date", { ...day.date })}</h2>
          {day.slots.map(({ id, from, to, beside }) => (
            <div key={id} className="border-b border-line py-1">
              <RadioGroup
                name={`answer.${id}`}
                label={t("slot", { from, to, geneva: beside[0]?.time ?? `${from}-${to}` })}
                options={[...options, { value: "", label: t("answer.none") }]}
                defaultValue={answers[id] ?? ""}
              />
            </div>
          ))}
        </section>
      ))}
      <TextArea name="note" label={t("note")} hint={t("noteHint")} defaultValue={note} />
    </ActionForm>
  );
}
