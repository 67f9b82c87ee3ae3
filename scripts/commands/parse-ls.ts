import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { AppError, isAppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { MOST_BYTES } from "#lib/letter-files/read-letter-file";
import type { ParsedLetter } from "#lib/liaison/domain/letter";
import { readLetter } from "#lib/liaison/usecases/read-letter";
import { inEnglish } from "#lib/words/translate";
import { printJson } from "../print-json.ts";

/** Prints what a liaison statement says as one JSON object; or `{error}`, and 2, when it is none. */
export async function run([source = ""]: string[]): Promise<number> {
  try {
    const { letter } = await readLetter({ file: await open(source) }, todayInGeneva());
    await printJson(toJson(letter));
    return 0;
  } catch (error) {
    if (!isAppError(error)) throw error;
    await printJson({ error: inEnglish(error.words) });
    return 2;
  }
}

/** Without `kernel/zone`, whose libraries take longer to load than a letter to read. */
function todayInGeneva(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Zurich" }).format(new Date());
}

async function open(source: string): Promise<{ name: string; bytes: Uint8Array }> {
  if (source === "") throw new AppError("invalid", "liaison.refusal.nothingGiven");
  if (source === "-") return { name: "", bytes: await buffer(process.stdin) };
  try {
    if ((await stat(source)).size > MOST_BYTES) throw new AppError("invalid", "liaison.refusal.tooLarge");
    return { name: path.basename(source), bytes: await readFile(source) };
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError("invalid", say("liaison.refusal.unreadable", { name: source }));
  }
}

function toJson(letter: ParsedLetter): object {
  const findings = letter.findings.map(({ rule, severity, message }) => ({
    rule,
    severity,
    message: inEnglish(message),
  }));
  return { ...letter, findings };
}
