import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** A table of rows of cells; a cell's lines become paragraphs. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${text.split("\n").map(paragraph).join("")}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A Word document of a header table and paragraphs, with further files of the archive if wanted. */
export function wordFile(
  rows: readonly (readonly string[])[],
  lines: readonly string[],
  more: Zippable = {},
): Uint8Array {
  return wordFileOf(`${rows.length > 0 ? wordTable(rows) : ""}${lines.map(paragraph).join("")}`, more);
}

/** A Word document with this XML in its body. */
export function wordFileOf(body: string, more: Zippable = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
  return zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(xml), ...more });
}

/** A Word document as programs write it that do not know the sizes beforehand. */
export function streamedWordFile(line: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => pieces.push(piece));
  const entry = new ZipDeflate("word/document.xml");
  zip.add(entry);
  entry.push(strToU8(`<w:document ${W}><w:body>${paragraph(line)}</w:body></w:document>`), true);
  zip.end();
  return Buffer.concat(pieces);
}

/** A mail with a body and attachments. */
export function mailFile(
  subject: string,
  body: string,
  attachments: readonly { name: string; bytes: Uint8Array }[] = [],
): Uint8Array {
  const part = ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
    `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n`;
  return Buffer.from(
    `From: Clara <clara@example.org>\r\nTo: otto@example.org\r\nSubject: ${subject}\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n` +
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n` +
      `${attachments.map(part).join("")}--b--\r\n`,
  );
}
