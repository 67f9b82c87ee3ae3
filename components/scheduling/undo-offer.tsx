import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  slotIds: readonly string[];
  offeredAt: Date;
  timeZone: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What this person offered last, and the way to take all of it back. */
export function UndoOffer({ reference, slotIds, offeredAt, timeZone, action }: Props) {
  const t = useTranslations("offering.undo");
  return (
    <div className="no-print mt-4">
      <Notice tone="info">
        <p>
          {t("last", { count: slotIds.length })} <Moment start={offeredAt} timeZone={timeZone} />
        </p>
        <ActionForm
          action={action}
          submit={t("submit", { count: slotIds.length })}
          variant="quiet"
          hidden={{ reference }}
          className="mt-1 grid gap-2"
        >
          {slotIds.map((id) => (
            <input key={id} type="hidden" name="slotIds[]" value={id} />
          ))}
        </ActionForm>
      </Notice>
    </div>
  );
}
