import { randomUUID } from "node:crypto";
import type { Db } from "#lib/db/client";
import { settings } from "#lib/settings/settings";

export type MailAddress = { readonly name: string; readonly address: string };

/** A mail to one recipient, ready to leave. Texts are plain; lines end in LF. */
export type Mail = {
  readonly kind:
    | "announcement"
    | "sign_in"
    | "invitation"
    | "poll_invitation"
    | "address_confirmation"
    | "slot_hold"
    | "slot_release";
  readonly to: MailAddress;
  /** Where answers go; the sender when there is none. */
  readonly replyTo?: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  readonly announcementId?: string;
};

export type MailAttachment = {
  readonly fileName: string;
  readonly contentType: string;
  /** Base64. */
  readonly content: string;
};

/**
 * Puts a mail into the outbox, in the transaction of the change it tells of, and returns its id.
 *
 * The delivery hears of it at the commit. Its Message-ID is fixed here and kept over all attempts: a duplicate can be recognised as one.
 */
export async function postMail(db: Db, mail: Mail): Promise<string> {
  const { id } = await db.outboxMail.create({
    data: {
      kind: mail.kind,
      announcementId: mail.announcementId ?? null,
      toName: mail.to.name,
      toAddress: mail.to.address,
      replyTo: [...(mail.replyTo ?? [])],
      subject: mail.subject,
      text: mail.text,
      attachments: [...(mail.attachments ?? [])],
      messageId: `<${randomUUID()}@${mailDomain()}>`,
    },
    select: { id: true },
  });
  await db.$executeRaw`NOTIFY outbox`; // heard when the transaction commits
  return id;
}

const mailDomain = () => new URL(settings().baseUrl).hostname;
