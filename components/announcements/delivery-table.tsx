import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { Moment } from "#components/ui/moment";
import { StateLabel } from "#components/ui/state-label";
import { Table } from "#components/ui/table";
import type { Tone } from "#components/ui/notice";
import { type OutboxRow, sayReason } from "#lib/outbox/domain/delivery";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  rows: readonly OutboxRow[];
  timeZone: string;
  /** What goes along with a retry: reference and number. */
  hidden: Readonly<Record<string, string | number>>;
  retry: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

const SIGNS: Record<OutboxRow["state"] | "delayed", { tone: Tone; sign: string }> = {
  waiting: { tone: "info", sign: "…" },
  delayed: { tone: "warn", sign: "↻" },
  sent: { tone: "ok", sign: "✓" },
  failed: { tone: "bad", sign: "✕" },
};

/** A row for each recipient: where its mail is, why it is not further, and what comes next. */
export function DeliveryTable({ rows, timeZone, hidden, retry }: Props) {
  const t = useTranslations("announcements.page");
  return (
    <Table
      caption={t("deliveryCaption")}
      head={
        <tr>
          <th scope="col">{t("address")}</th>
          <th scope="col">{t("mailState")}</th>
          <th scope="col">{t("attempts")}</th>
        </tr>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td className="break-all">
            {row.name && (
              <span dir="auto" className="block">
                {row.name}
              </span>
            )}
            {row.address}
          </td>
          <td>
            <MailState row={row} timeZone={timeZone} />
            {row.state === "failed" && (
              <ActionForm
                action={retry}
                submit={t("retry")}
                variant="secondary"
                hidden={{ ...hidden, mailId: row.id }}
                className="mt-2 grid gap-2"
              />
            )}
          </td>
          <td className="tabular-nums">{row.attempts}</td>
        </tr>
      ))}
    </Table>
  );
}

function MailState({ row, timeZone }: { row: OutboxRow; timeZone: string }) {
  const t = useTranslations();
  const state = row.state === "waiting" && row.lastError ? "delayed" : row.state;
  const { tone, sign } = SIGNS[state];
  const reason = row.state !== "sent" && row.lastError ? sayReason(row.lastError) : null;
  return (
    <>
      <StateLabel tone={tone}>
        <span aria-hidden="true">{sign}</span> {t(`outbox.state.${state}`)}
      </StateLabel>
      {row.sentAt && (
        <span className="block text-sm">
          <Moment start={row.sentAt} timeZone={timeZone} compact />
        </span>
      )}
      {reason && <span className="block text-sm">{t(reason.key, reason.values)}</span>}
      {state === "delayed" && (
        <span className="block text-sm">
          {t("announcements.page.next")}: <Moment start={row.nextAttemptAt} timeZone={timeZone} compact />
        </span>
      )}
    </>
  );
}
