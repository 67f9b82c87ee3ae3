import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { verifyRecord } from "#lib/decisions/usecases/verify-record";
import { AppError, isAppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { inEnglish } from "#lib/words/translate";

/**
 * Computes a decision record again and prints one JSON object: `{same, sha256, differences, tzVersion}`, and 0 when it is
 * the same, 1 when not; or `{error}`, and 2, when it is no record.
 */
export async function run([source = ""]: string[]): Promise<number> {
  try {
    const verdict = await verifyRecord(await open(source));
    await print(verdict);
    return verdict.same ? 0 : 1;
  } catch (error) {
    if (!isAppError(error)) throw error;
    await print({ error: inEnglish(error.words) });
    return 2;
  }
}

async function open(source: string): Promise<string> {
  if (source === "-") return text(process.stdin);
  try {
    return await readFile(source, "utf8");
  } catch {
    throw new AppError("invalid", say("decisions.refusal.unreadable", { name: source }));
  }
}

/** Waits until it is written: the process ends right after, and a pipe takes long texts in pieces. */
function print(value: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
