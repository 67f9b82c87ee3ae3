import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { decodeText } from "#lib/letter-files/decode-text";
import { type FileLimits, SENT_FILE } from "./limits.ts";
import { lookOver } from "./look-over.ts";

/**
 * The text of a calendar file: UTF-8, UTF-16, or Latin-1 as Windows writes it.
 *
 * @throws AppError `invalid` for an empty or too large file, bytes that are no text, and what {@link requireReadable}
 *   refuses.
 */
export function decodeCalendarFile(bytes: Uint8Array, limits: FileLimits = SENT_FILE): string {
  if (bytes.length === 0) throw new AppError("invalid", "calendars.file.empty");
  if (bytes.length > limits.bytes) throw tooLarge(limits);
  const text = decodeText(bytes);
  if (text === null) throw new AppError("invalid", "calendars.file.noText");
  requireReadable(text, limits);
  return text;
}

/** @throws AppError `invalid` for a text that is too large, has control characters, or asks for too much. */
export function requireReadable(text: string, limits: FileLimits = SENT_FILE): void {
  if (text.length > limits.bytes) throw tooLarge(limits);
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text))
    throw new AppError("invalid", "calendars.file.control");
  lookOver(text, limits);
}

const tooLarge = ({ bytes }: FileLimits) =>
  new AppError("invalid", say("calendars.file.tooLarge", { megabytes: bytes / 1_000_000 }));
