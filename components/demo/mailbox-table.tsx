import { useTranslations } from "next-intl";
import Link from "next/link";
import { Moment } from "#components/ui/moment";
import { Table } from "#components/ui/table";
import type { MailRow } from "#lib/demo/domain/mailbox";

/** The mails of the demonstration, newest first. */
export function MailboxTable({ mails, timeZone }: { mails: readonly MailRow[]; timeZone: string }) {
  const t = useTranslations("demo.mailbox");
  return (
    <Table
      caption={t("caption")}
      head={
        <tr>
          <th scope="col">{t("subject")}</th>
          <th scope="col">{t("to")}</th>
          <th scope="col">{t("written")}</th>
        </tr>
      }
    >
      {mails.map((mail) => (
        <tr key={mail.id}>
          <td className="break-words">
            <Link href={`/demo/mailbox/${mail.id}` as never} dir="auto">
              {mail.subject}
            </Link>
            {mail.attachmentCount > 0 && (
              <span className="block text-sm text-muted">
                {t("attachmentCount", { count: mail.attachmentCount })}
              </span>
            )}
          </td>
          <td className="break-all">
            {mail.toName && (
              <span dir="auto" className="block">
                {mail.toName}
              </span>
            )}
            <Link href={`/demo/mailbox?to=${encodeURIComponent(mail.toAddress)}` as never}>
              {mail.toAddress}
            </Link>
          </td>
          <td className="text-sm">
            <Moment start={mail.writtenAt} timeZone={timeZone} compact />
          </td>
        </tr>
      ))}
    </Table>
  );
}
