import { AppError } from "#lib/kernel/errors";

/** A mail, as far as it may hold a letter. */
export type Mail = {
  readonly subject: string;
  /** The body as plain text. */
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

const MOST_ATTACHMENTS = 10;

/**
 * Takes a mail (RFC 5322, `.eml`) apart.
 *
 * @throws AppError `invalid` when it is nested or labelled beyond reason.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import("postal-mime"); // mails are rare; the command line starts faster
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: 20,
    maxHeadersSize: 256 * 1024,
    maxRfc822NestingDepth: 3,
  }).catch(() => {
    throw new AppError("invalid", "liaison.refusal.brokenFile");
  });
  return {
    subject: mail.subject ?? "",
    body: mail.text ?? textOfHtml(mail.html ?? ""),
    attachments: mail.attachments.slice(0, MOST_ATTACHMENTS).flatMap(({ filename, content }) => {
      if (typeof content === "string") return [];
      return [
        { name: filename ?? "", bytes: content instanceof Uint8Array ? content : new Uint8Array(content) },
      ];
    }),
  };
}

/** Words of an HTML body, a line for each block. Nothing of it is ever shown as HTML. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]{0,500}>/gi, "\n")
    .replace(/<\/t[dh]\b[^<>]{0,500}>/gi, "\t")
    .replace(/<[^<>]{0,2000}>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
