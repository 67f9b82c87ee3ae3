import { AppError } from "#lib/kernel/errors";
import type { WordKey } from "#lib/kernel/words";
import { decodeText } from "./decode-text.ts";
import { readMail } from "./mail-text.ts";
import { textOfWord } from "./word-text.ts";
import { type Archive, openArchive } from "./zip-entry.ts";

/** A file somebody chose: its name, which only helps to tell its kind, and its contents. */
export type LetterFile = { readonly name: string; readonly bytes: Uint8Array };

/** The largest file that is read. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** How much the text of a Word document may inflate to. */
const MOST_WORD_BYTES = 16 * 1024 * 1024;
const MAIN_PART = /^word\/document\d{0,3}\.xml$/;

/** How files begin that look like letters on the screen but hold no text for us. */
const BEGINNINGS: readonly (readonly [string, WordKey])[] = [
  ["%PDF", "liaison.refusal.pdf"],
  ["{\\rtf", "liaison.refusal.oldWord"],
  ["\u0089PNG", "liaison.refusal.scanned"],
  ["\u00ff\u00d8\u00ff", "liaison.refusal.scanned"],
  ["II*\0", "liaison.refusal.scanned"],
  ["MM\0*", "liaison.refusal.scanned"],
  ["GIF8", "liaison.refusal.scanned"],
];
const OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

/**
 * The texts in a file that may be a letter, likeliest first: a Word document's, a plain text's, or of a mail its
 * attachments' and then its body's under its subject. Never empty.
 *
 * The kind is told by the contents. Takes well under two seconds for whatever is in the file.
 *
 * @throws AppError `invalid`, saying what to do, when it is too large, empty, encrypted, scanned, damaged or of
 *   another kind.
 */
export async function readLetterFile(file: LetterFile): Promise<string[]> {
  requireSize(file);
  const start = Buffer.from(file.bytes.subarray(0, 8)).toString("latin1");
  const known = BEGINNINGS.find(([beginning]) => start.startsWith(beginning));
  if (known) throw new AppError("invalid", known[1]);
  if (start === OLE) throw refuseOle(file.bytes);
  if (start.startsWith("PK")) return [readWord(file.bytes)];
  return isMail(file) ? readMailTexts(file) : [readPlain(file.bytes)];
}

function requireSize({ bytes }: LetterFile): void {
  if (bytes.length > MOST_BYTES) throw new AppError("invalid", "liaison.refusal.tooLarge");
  if (bytes.length === 0) throw new AppError("invalid", "liaison.refusal.emptyFile");
}

/** An encrypted Word document and a Word document of before 2007 are the same kind of container. */
function refuseOle(bytes: Uint8Array): AppError {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isEncrypted = names.includes(Buffer.from("EncryptedPackage", "utf16le"));
  return new AppError("invalid", isEncrypted ? "liaison.refusal.encrypted" : "liaison.refusal.oldWord");
}

function readWord(bytes: Uint8Array): string {
  const archive = openArchive(bytes);
  const main = archive.names.find((name) => MAIN_PART.test(name));
  if (!main) throw new AppError("invalid", "liaison.refusal.otherKind");
  const xml = decodeText(archive.read(main, MOST_WORD_BYTES));
  if (xml === null) throw new AppError("invalid", "liaison.refusal.brokenFile");
  const text = textOfWord(xml);
  if (!/\p{L}{2}/u.test(text)) throw new AppError("invalid", whyWithoutText(archive));
  return text;
}

const whyWithoutText = ({ names }: Archive): WordKey =>
  names.some((name) => name.startsWith("word/media/"))
    ? "liaison.refusal.scanned"
    : "liaison.refusal.emptyFile";

function readPlain(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === null) throw new AppError("invalid", "liaison.refusal.otherKind");
  if (text.trim() === "") throw new AppError("invalid", "liaison.refusal.emptyFile");
  return text;
}

function isMail({ name, bytes }: LetterFile): boolean {
  if (/\.eml$/i.test(name)) return true;
  const start = Buffer.from(bytes.subarray(0, 4_000)).toString("latin1");
  return (
    /^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|Subject):/i.test(start) &&
    /^(?:MIME-Version|Message-ID):/im.test(start)
  );
}

async function readMailTexts(file: LetterFile): Promise<string[]> {
  const mail = await readMail(file.bytes);
  const attached = mail.attachments.filter(({ name }) => /\.(?:docx|txt)$/i.test(name)).map(readAttachment);
  const body = `${mail.subject ? `Subject: ${mail.subject}\n\n` : ""}${mail.body}`;
  const texts = [...attached.flatMap(({ text }) => text ?? []), ...(mail.body.trim() ? [body] : [])];
  if (texts.length > 0) return texts;
  throw (
    attached.find(({ refusal }) => refusal)?.refusal ?? new AppError("invalid", "liaison.refusal.emptyFile")
  );
}

/** An attachment that cannot be read is no reason to refuse the mail around it. */
function readAttachment({ bytes }: LetterFile): { readonly text?: string; readonly refusal?: unknown } {
  try {
    const isWord = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return { text: isWord ? readWord(bytes) : readPlain(bytes) };
  } catch (refusal) {
    return { refusal };
  }
}
