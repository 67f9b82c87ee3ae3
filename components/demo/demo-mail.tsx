import { useTranslations } from "next-intl";
import { MailSheet } from "#components/outbox/mail-sheet";
import { Moment } from "#components/ui/moment";
import type { MailView } from "#lib/demo/domain/mailbox";

const write = ({ name, address }: { name: string; address: string }) =>
  name ? `${name} <${address}>` : address;

/** A mail of the demonstration, with its attachments to download. */
export function DemoMail({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  const t = useTranslations("demo.mailbox");
  return (
    <MailSheet
      head={[
        { label: t("from"), value: write(mail.from) },
        { label: t("to"), value: write({ name: mail.toName, address: mail.toAddress }) },
        ...(mail.replyTo.length > 0
          ? [{ label: t("replies"), value: mail.replyTo.map(write).join(", ") }]
          : []),
        { label: t("written"), value: <Moment start={mail.writtenAt} timeZone={timeZone} /> },
        { label: t("messageId"), value: <span className="text-sm break-all">{mail.messageId}</span> },
      ]}
      subject={mail.subject}
      text={mail.text}
    >
      {mail.attachments.length > 0 && (
        <>
          <h2 className="font-semibold">{t("attachments")}</h2>
          <ul>
            {mail.attachments.map(({ fileName, bytes }, index) => (
              <li key={index}>
                <a
                  href={`/demo/mailbox/${mail.id}/attachments/${index}`}
                  download
                  className="inline-block py-1"
                >
                  {fileName}
                </a>{" "}
                <span className="text-muted">{t("bytes", { bytes })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </MailSheet>
  );
}
