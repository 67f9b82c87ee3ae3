import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import type { ActionState } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  reference: string;
  /** How many slots are held. */
  held: number;
  /** Ids of the slots put forward that are not held. */
  toHold: readonly string[];
  actions: { readonly hold: Action; readonly release: Action };
};

/** Slots kept free in the calendars of those asked, until the dates are decided. */
export function HeldSlots({ reference, held, toHold, actions }: Props) {
  const t = useTranslations("decisions.hold");
  return (
    <div className="no-print mt-6 flex flex-wrap items-start gap-4">
      {toHold.length > 0 && (
        <ActionForm
          action={actions.hold}
          submit={t("submit", { count: toHold.length })}
          variant="secondary"
          hidden={{ reference }}
        >
          {toHold.map((id) => (
            <input key={id} type="hidden" name="slotIds[]" value={id} />
          ))}
        </ActionForm>
      )}
      {held > 0 && (
        <ActionForm
          action={actions.release}
          submit={t("release", { count: held })}
          variant="secondary"
          hidden={{ reference }}
        >
          <p>{t("held", { count: held })}</p>
        </ActionForm>
      )}
    </div>
  );
}
