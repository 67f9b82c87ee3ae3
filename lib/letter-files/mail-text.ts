import { AppError } from "#lib/kernel/errors";

/** A mail, as far as it may hold a letter. */
export type Mail = {
  readonly subject: string;
  /** The body as plain text. */
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

const MOST_ATTACHMENTS = 10;
/** Lines that may begin a part. Real mails have a few dozen; the time a reader needs grows with their square. */
const MOST_PARTS = 500;
const MOST_HTML = 500_000;

/**
 * Takes a mail (RFC 5322, `.eml`) apart.
 *
 * @throws AppError `invalid` when it is nested or labelled beyond reason.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  requireFewParts(bytes);
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
    body: mail.text ?? textOfHtml((mail.html ?? "").slice(0, MOST_HTML)),
    attachments: mail.attachments.slice(0, MOST_ATTACHMENTS).flatMap(({ filename, content }) => {
      if (typeof content === "string") return [];
      return [
        { name: filename ?? "", bytes: content instanceof Uint8Array ? content : new Uint8Array(content) },
      ];
    }),
  };
}

function requireFewParts(bytes: Uint8Array): void {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let parts = 0;
  for (let at = mail.indexOf("\n--"); at >= 0; at = mail.indexOf("\n--", at + 3)) {
    parts += 1;
    if (parts > MOST_PARTS) throw new AppError("invalid", "liaison.refusal.brokenFile");
  }
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
