/** A file that a route hands out. */
export type Download = { readonly name: string; readonly type: string; readonly content: Uint8Array };

/** The answer that makes a browser save the file under its name, and keep no other copy. */
export function download({ name, type, content }: Download): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": type,
      "content-disposition": contentDisposition(name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/**
 * The header that names a saved file: once in ASCII for old readers, once whole (RFC 6266, RFC 8187).
 *
 * Path separators, quotes, control characters and marks that reverse the direction of text become hyphens: a name can
 * neither leave its folder nor end the header nor show another ending than it has.
 */
export function contentDisposition(name: string): string {
  const safe = name.toWellFormed().replace(UNSAFE, "-").replace(/^\.+/, "") || "document";
  const ascii = safe.replace(/[^\x20-\x7e]|[%]/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encode(safe)}`;
}

const UNSAFE = /[\0-\u001f\u007f-\u009f"\\/:*?<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const encode = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
