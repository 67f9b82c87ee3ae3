import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import type { Availability } from "#lib/availability/domain/availability";
import type { ActionState } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = { stays: Availability["stays"]; add: Action; remove: Action };

/** Where one will be, from day to day. */
export function Stays({ stays, add, remove }: Props) {
  const t = useTranslations("availability.stays");
  return (
    <>
      {stays.length > 0 && (
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {stays.map(({ id, timeZone, fromDay, toDay }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                <b>{timeZone}</b> · <DayText day={fromDay} /> {t("until")} <DayText day={toDay} />
              </span>
              <ActionForm action={remove} submit={t("remove")} variant="quiet" hidden={{ id }} className="" />
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={add} submit={t("add")} variant="secondary" key={stays.length}>
        <ZoneField name="timeZone" label={t("zone")} required />
        <TextField name="fromDay" type="date" label={t("from")} required />
        <TextField name="toDay" type="date" label={t("to")} required />
      </ActionForm>
    </>
  );
}
