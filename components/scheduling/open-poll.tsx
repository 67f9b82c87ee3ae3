import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField, TextField } from "#components/ui/fields";
import { Notice } from "#components/ui/notice";
import type { Day } from "#lib/kernel/day";
import type { ActionState } from "#lib/web/action-state";
import { DeadlineFields } from "./deadline-fields";

type Props = {
  reference: string;
  timeZone: string;
  /** How many people of each side will be asked. */
  sides: readonly {
    readonly letter: string;
    readonly group: string;
    readonly people: number;
    readonly least: number;
  }[];
  slots: number;
  /** The deadline that is proposed. */
  day: Day;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Deadline and quorum, and exactly what will happen, before the one button that does it. */
export function OpenPoll({ reference, timeZone, sides, slots, day, action }: Props) {
  const t = useTranslations("scheduling.open");
  const hiding = useTranslations("scheduling.hiding");
  const people = sides.reduce((sum, side) => sum + side.people, 0);
  return (
    <ActionForm action={action} submit={t("submit", { people })} hidden={{ reference }}>
      <DeadlineFields {...{ timeZone, day }} />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-semibold">{t("quorum")}</legend>
        {sides.map(({ letter, group, people: ofSide, least }) => (
          <TextField
            key={letter}
            name={`quorum.${letter}`}
            label={group}
            hint={t("quorumHint", { people: ofSide })}
            type="number"
            min={0}
            max={ofSide}
            defaultValue={Math.min(least, ofSide)}
            required
          />
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{hiding("legend")}</legend>
        <CheckboxField name="hides.others" label={hiding("others")} />
        <CheckboxField name="hides.sides" label={hiding("sides")} />
        <p className="text-sm text-muted">{hiding("hint")}</p>
      </fieldset>
      <Notice tone="info" title={t("happens")}>
        <ul className="list-disc ps-5">
          <li>
            {t("mails", {
              people,
              sides: sides.map(({ group, people: ofSide }) => `${group} ${ofSide}`).join(", "),
            })}
          </li>
          <li>{t("answers", { slots })}</li>
          <li>{t("state")}</li>
        </ul>
      </Notice>
    </ActionForm>
  );
}
