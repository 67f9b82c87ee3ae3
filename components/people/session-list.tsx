import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { Moment } from "#components/ui/moment";
import type { ActionState } from "#lib/web/action-state";

type Session = {
  readonly id: string;
  readonly method: string;
  readonly device: string;
  readonly startedAt: Date;
  readonly isCurrent: boolean;
};

type Props = {
  sessions: readonly Session[];
  timeZone: string;
  end: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Where somebody is signed in. */
export function SessionList({ sessions, timeZone, end }: Props) {
  const t = useTranslations("me");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sessions.map(({ id, method, device, startedAt, isCurrent }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div>
            <p className="font-semibold">
              {device || t("unknownDevice")}
              {isCurrent && <span className="font-normal text-muted"> ({t("thisOne")})</span>}
            </p>
            <p className="text-muted">{t(`method.${methodOf(method)}`)}</p>
            <p>
              <Moment start={startedAt} timeZone={timeZone} compact />
            </p>
          </div>
          {!isCurrent && (
            <ActionForm action={end} submit={t("endSession")} variant="secondary" hidden={{ id }} />
          )}
        </li>
      ))}
    </ul>
  );
}

const METHODS = ["mail_link", "identity_provider", "set_up", "demonstration"] as const;
const methodOf = (method: string) => METHODS.find((known) => known === method) ?? "mail_link";
