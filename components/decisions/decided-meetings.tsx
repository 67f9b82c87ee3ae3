import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { Moment } from "#components/ui/moment";
import { StateLabel } from "#components/ui/state-label";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  meetings: readonly Meeting[];
  timeZone: string;
  mayConfirm: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The meetings that came of the dates, each with its state; a planned one can be confirmed. */
export function DecidedMeetings({ reference, meetings, timeZone, mayConfirm, action }: Props) {
  const t = useTranslations("decisions.decided");
  return (
    <ol className="space-y-4">
      {meetings.map(({ id, sequence, start, end, status, version }) => (
        <li key={id}>
          <p className="flex flex-wrap items-center gap-3">
            <span className="font-semibold">{t("meeting", { sequence })}</span>
            <StateLabel tone={status === "planned" ? "info" : "ok"}>{t(`status.${status}`)}</StateLabel>
          </p>
          <Moment start={start} end={end} timeZone={timeZone} />
          {mayConfirm && status === "planned" && (
            <ActionForm
              action={action}
              submit={t("confirm", { sequence })}
              variant="secondary"
              hidden={{ reference, sequence, version }}
              className="mt-2 grid gap-2"
            />
          )}
        </li>
      ))}
    </ol>
  );
}
