import type { Day } from "#lib/kernel/day";
import { AppError, isAppError } from "#lib/kernel/errors";
import { type LetterFile, readLetterFile } from "#lib/letter-files/read-letter-file";
import type { ParsedLetter } from "#lib/liaison/domain/letter";
import { parseLetter } from "#lib/liaison/domain/parse-letter";

/** A letter as text or as a file; the file goes first when both are given. */
export type LetterSource = { readonly text?: string; readonly file?: LetterFile | null };

/** The text that was read, and what it says. Offsets of the evidence count in this text. */
export type ReadLetter = {
  readonly text: string;
  readonly fileName: string | null;
  readonly letter: ParsedLetter;
};

/**
 * Reads a liaison statement from a pasted text or a .docx, .txt or .eml file. Of a mail, an attached letter goes
 * before the mail itself. Stores nothing and needs no rights: it tells only what is in the text. `today` decides
 * whether a deadline is over.
 *
 * @throws AppError `invalid` when there is nothing to read or it is no liaison statement.
 */
export async function readLetter(source: LetterSource, today: Day): Promise<ReadLetter> {
  const texts = source.file ? await readLetterFile(source.file) : [source.text ?? ""];
  let refusal: unknown = new AppError("invalid", "liaison.refusal.nothingGiven");
  for (const text of texts) {
    try {
      return { text, fileName: source.file?.name ?? null, letter: parseLetter(text, today) };
    } catch (error) {
      if (!isAppError(error)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
