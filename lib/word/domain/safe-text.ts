/** What XML 1.0 does not allow, tab and line ends aside. */
const FORBIDDEN = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const LINKS = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/i;

/**
 * The text without what a Word file cannot hold: control characters go, half a surrogate pair becomes U+FFFD,
 * and every kind of line end becomes LF.
 */
export function safeText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(FORBIDDEN, "");
}

/** The address, if a document may link to it: http, https or mailto. Null for all else, `javascript:` for one. */
export function safeLink(address: string): string | null {
  const trimmed = safeText(address).trim();
  return LINKS.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed).href : null;
}
