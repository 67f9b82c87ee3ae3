import nodemailer from "nodemailer";
import type { MailAddress, MailAttachment } from "./post.ts";

/** A mail as it leaves: what stands in its outbox row. */
export type OutgoingMail = {
  readonly kind: string;
  readonly to: MailAddress;
  readonly replyTo: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  /** With angle brackets; the same at every attempt. */
  readonly messageId: string;
  readonly writtenAt: Date;
};

/** What carries mails out of the house. `send` throws when the mail was not taken over. */
export type MailTransport = {
  /** Whether mails stay readable in the product, personal links included: the demonstration's mailbox. */
  readonly keepsTexts: boolean;
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
  close(): void;
};

export type SmtpOptions = {
  /** `smtp://` or `smtps://`, with user and password when the server asks for them. */
  readonly url: string;
  readonly from: MailAddress;
  /** How long the server may stay silent. */
  readonly silenceMs?: number;
};

/** Carries mails to an SMTP server over one connection that is kept open. @see RFC 5321 */
export function smtpTransport({ url, from, silenceMs = 30_000 }: SmtpOptions): MailTransport {
  const smtp = nodemailer.createTransport({
    url,
    pool: true,
    // One at a time: a crash in the middle of a delivery can double this one mail and no other.
    maxConnections: 1,
    maxRequeues: 0, // a lost connection is ours to judge, not to hide
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  smtp.on("error", () => undefined); // each failed send says so itself
  return {
    keepsTexts: false,
    async send(mail, signal) {
      await smtp.sendMail({ ...compose(mail, from), signal });
    },
    close: () => smtp.close({ force: true }),
  };
}

/** Carries mails nowhere: they are read in the demonstration's mailbox, and no address ever gets one. */
export const mailboxTransport: MailTransport = {
  keepsTexts: true,
  send: () => Promise.resolve(),
  close: () => undefined,
};

export type MailSettings = {
  readonly demo: boolean;
  /** Null while no mail server is set. */
  readonly smtpUrl: string | null;
  readonly mailFrom: MailAddress;
};

/**
 * The transport that the settings ask for, or null while no mail server is set: then mails wait.
 *
 * The demonstration never sends to a real address, whatever else is set.
 */
export function chooseTransport({ demo, smtpUrl, mailFrom }: MailSettings): MailTransport | null {
  if (demo) return mailboxTransport;
  return smtpUrl ? smtpTransport({ url: smtpUrl, from: mailFrom }) : null;
}

function compose(mail: OutgoingMail, from: MailAddress) {
  const to = safeAddress(mail.to);
  return {
    from: safeAddress(from),
    to,
    replyTo: mail.replyTo.map(safeAddress),
    envelope: { from: from.address, to: [to.address] },
    subject: oneLine(mail.subject),
    text: mail.text,
    messageId: mail.messageId,
    date: mail.writtenAt,
    headers: headersOf(mail.kind),
    attachments: mail.attachments.map(({ fileName, contentType, content }) => ({
      filename: oneLine(fileName),
      contentType: oneLine(contentType),
      content: Buffer.from(content, "base64"),
    })),
  };
}

/** An announcement is issued by a person, and lists turn automatic mail away. @see RFC 3834 */
const headersOf = (kind: string): Record<string, string> =>
  kind === "announcement" ? {} : { "Auto-Submitted": "auto-generated" };

function safeAddress({ name, address }: MailAddress): MailAddress {
  if (!/^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/.test(address))
    throw Object.assign(new Error("not a mail address"), { code: "EENVELOPE" });
  return { name: oneLine(name), address };
}

/** Nothing in a header may begin a new line or hide text. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
