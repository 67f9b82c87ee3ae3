import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";

/** The parts of a Word file, by path, as text. */
export function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The body of a Word file as XML. */
export function bodyOf(file: Uint8Array): string {
  const body = partsOf(file)["word/document.xml"];
  if (body === undefined) throw new Error("this is no Word file");
  return body;
}

/** What another program reads in a Word file: its text, paragraphs apart by empty lines. */
export async function readWord(file: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
}

/** The same as HTML: headings, lists, tables, marks. */
export async function readWordAsHtml(file: Uint8Array): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value;
}
